"""The database: one engine, sessions that read, sessions that write, and the column types."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from time import sleep
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    JSON,
    Connection,
    DateTime,
    Dialect,
    Engine,
    MetaData,
    create_engine,
    event,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import make_url
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.types import TypeDecorator
from sqlmodel import Session, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
# As many requests are answered at a time as the server has threads, each on its own connection.
THREADS = 40
metadata: MetaData = SQLModel.metadata

Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


class Moment(TypeDecorator[datetime]):
    """A point in time, in UTC. SQLite has no zones: UTC is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC).replace(tzinfo=None if dialect.name == "sqlite" else UTC)

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Database:
    """An engine and the two ways to use it.

    SQLite takes one writer at a time and its own waiting is unfair, so writers of this process
    queue at a lock first and begin with BEGIN IMMEDIATE.
    """

    def __init__(self, url: str, *, pool_size: int = 10) -> None:
        self.engine = _engine(url, pool_size)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self._write_lock = threading.Lock()
        self._writing = self.engine.execution_options(writes=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the database and keeps nothing."""
        with Session(self.engine, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose work is kept, whole, when the block ends without an error."""
        with self.turn_to_write(), Session(self._writing, expire_on_commit=False) as session:
            yield session
            session.commit()

    @contextmanager
    def turn_to_write(self) -> Iterator[Engine]:
        """The engine to write with, and on SQLite the only writer of this process meanwhile."""
        if not self.is_sqlite:
            yield self._writing
            return
        with self._write_lock:
            yield self._writing

    def close(self) -> None:
        self.engine.dispose()


def _engine(url: str, pool_size: int) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed.database or "")
    return create_engine(
        parsed.set(drivername="postgresql+psycopg"),
        pool_size=pool_size,
        pool_pre_ping=True,
        hide_parameters=True,  # what visitors told us stays out of logs
    )


def _sqlite(file: str) -> Engine:
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        f"sqlite:///{file}",
        hide_parameters=True,
        connect_args={"check_same_thread": False},
        pool_size=THREADS,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _: object) -> None:
    # The driver's own BEGIN comes too late and is never IMMEDIATE: transactions are begun below.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",  # what was acknowledged survives a power cut
        "foreign_keys=ON",
        "busy_timeout=10000",
        "cache_size=-8192",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Any) -> None:
    writes = connection.get_execution_options().get("writes", False)
    # Straight to the driver: this stands before every statement there is.
    driver = connection.connection.driver_connection
    driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")


Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Connection, Sequence[Item]], Sequence[Result]]


class LostRace(Exception):
    """What was read before a lock was taken holds no longer: the work is done again."""


class Writer(Generic[Item, Result]):
    """One thread that writes what all requests of this process hand in, many in one commit.

    A group is written in one transaction. When that fails, its halves are tried, down to single
    items, so one bad item never takes another down with it; a race lost to another process is
    repeated. An item's result is given out only after the commit.
    """

    MOST = 500
    TRIES = 4

    def __init__(self, database: Database, work: Work[Item, Result]) -> None:
        self._database = database
        self._work = work
        self._queue: SimpleQueue[tuple[list[Item], Future[list[Result | Exception]]] | None]
        self._queue = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def submit(self, items: list[Item]) -> Future[list[Result | Exception]]:
        """Hand in items; the future holds, for each, its result or why it could not be written."""
        answer: Future[list[Result | Exception]] = Future()
        self._queue.put((items, answer))
        return answer

    def close(self) -> None:
        """Write what was handed in, then stop."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        running = True
        while running:
            jobs, running = self._take()
            items = [item for job, _ in jobs for item in job]
            results = iter(self._write(items)) if items else iter(())
            for job, answer in jobs:
                answer.set_result(list(islice(results, len(job))))

    def _take(self) -> tuple[list[tuple[list[Item], Future[list[Result | Exception]]]], bool]:
        """All that waits, up to MOST items; whether more may come."""
        jobs: list[tuple[list[Item], Future[list[Result | Exception]]]] = []
        count = 0
        while count < self.MOST and (not jobs or not self._queue.empty()):
            job = self._queue.get()
            if job is None:
                return jobs, False
            jobs.append(job)
            count += len(job[0])
        return jobs, True

    def _write(self, items: list[Item]) -> list[Result | Exception]:
        try:
            return list(self._committed(items))
        except Exception as problem:  # noqa: BLE001  (the request that handed it in decides)
            if len(items) == 1:
                return [problem]
            middle = len(items) // 2
            return self._write(items[:middle]) + self._write(items[middle:])

    def _committed(self, items: list[Item]) -> Sequence[Result]:
        for left in reversed(range(self.TRIES)):
            try:
                with self._database.turn_to_write() as engine, engine.begin() as connection:
                    return self._work(connection, items)
            except (IntegrityError, OperationalError, LostRace):
                if not left:
                    raise
                sleep(0.01 * (self.TRIES - left))
        raise AssertionError
