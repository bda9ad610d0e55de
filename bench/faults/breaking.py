"""What goes wrong below the application: a process killed, a lock held, a disk that is full."""

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import Any

import psycopg
from sqlalchemy import Engine, event

from app.db import Database

PATIENCE = 10_000
ANY_NUMBER = 4_294_967_294
SPOILING_TURNS = ("database_locked", "disk_full")
Fault = dict[str, Any]


class Breaking:
    """Strikes the database's connections while a fault is armed.

    `struck` counts how often. `times` of a fault is how many transactions it spoils; `statement`
    of a kill, how many statements are run before it.
    """

    def __init__(self, database: Database) -> None:
        self.struck = 0
        self._database = database
        self._kind = ""
        self._left = 0
        self._spoils = ""
        self._holder: sqlite3.Connection | None = None
        event.listen(database.engine, "before_cursor_execute", self._statement)
        event.listen(database.engine, "commit", self._statement)
        if database.is_sqlite:
            event.listen(database.engine, "checkout", self._prepare)
            database.turn_to_write = partial(self._turn, database.turn_to_write)  # type: ignore[method-assign]
        else:
            event.listen(database.engine, "commit", self._commit_of_postgresql)

    @contextmanager
    def armed(self, fault: Fault | None) -> Iterator[None]:
        self.struck, self._kind, self._left = 0, "", 0
        if fault:
            self._kind = fault["kind"]
            self._left = int(fault.get("times") or fault.get("statement") or 0)
        if self._kind == "database_locked" and self._database.is_sqlite:
            self._hold()
        try:
            yield
        finally:
            self._kind = ""
            self._release()

    def _statement(self, connection: Any, *_: object) -> None:
        if self._kind == "server_killed":
            self._left -= 1
            if self._left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        elif self._kind == "database_gone" and _writes(connection):
            self._left -= 1
            if self._left == 0:
                self.struck += 1
                self._cut(connection)

    @contextmanager
    def _turn(self, turn: Callable[[], AbstractContextManager[Engine]]) -> Iterator[Engine]:
        """Each try to write uses up one of the fault's times; after the last, all is well."""
        with turn() as engine:
            if self._is_on("database_locked", "disk_full"):
                self.struck += 1
                self._left -= 1
                self._spoils = self._kind
            else:
                self._release()
            try:
                yield engine
            finally:
                self._spoils = ""

    def _prepare(self, connection: Any, *_: object) -> None:
        waits = 0 if self._spoils == "database_locked" else PATIENCE
        connection.execute(f"PRAGMA busy_timeout={waits}")
        pages = ANY_NUMBER
        if self._spoils == "disk_full":
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")

    def _is_on(self, *kinds: str) -> bool:
        return self._kind in kinds and self._left > 0

    def _commit_of_postgresql(self, _: Any) -> None:
        if self._is_on("disk_full"):
            self._left -= 1
            self.struck += 1
            raise psycopg.errors.DiskFull("could not extend file: No space left on device")

    def _hold(self) -> None:
        file = self._database.engine.url.database or ""
        self._holder = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        self._holder.execute("BEGIN IMMEDIATE")

    def _release(self) -> None:
        if self._holder:
            self._holder.close()
        self._holder = None

    def _cut(self, connection: Any) -> None:
        """As when PostgreSQL is restarted in the middle of a transaction."""
        pid = connection.connection.driver_connection.info.backend_pid
        url = self._database.engine.url.set(drivername="postgresql")
        with psycopg.connect(url.render_as_string(hide_password=False), autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s)", (pid,))


def _writes(connection: Any) -> bool:
    return bool(connection.get_execution_options().get("writes", False))
