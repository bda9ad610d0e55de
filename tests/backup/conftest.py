"""A database with something of everything in it, and another to restore into."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from app.backup.queries import columns_of, rows_of, tables_in
from app.db import Database
from app.migration import migrate
from tests import samples
from tests.conftest import empty_postgres

Everything = dict[str, list[Any]]


def everything_in(database: Database) -> Everything:
    """Every row of every table, as Python has it, without what a restore means to change."""
    with database.engine.connect() as connection:
        tables = tables_in(connection, at_head=True)
        rows = {name: list(rows_of(connection, name, kinds)) for name, kinds in tables.items()}
        place = list(columns_of(connection, "exhibitor_seal")).index("generation")
    rows["exhibitor_seal"] = [[*row[:place], *row[place + 1 :]] for row in rows["exhibitor_seal"]]
    return rows


def nothing(_: str) -> None:
    """Nobody watches the progress."""


@pytest.fixture
def lived_in(database: Database) -> Database:
    samples.lay_out(database)
    return database


@pytest.fixture
def another(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], Database]]:
    """Empty databases of either kind: another("sqlite")."""
    with ExitStack() as open_until_the_end:

        def empty(kind: str) -> Database:
            if kind == "sqlite":
                database = Database(f"sqlite:///{tmp_path / 'another' / 'showfloor.db'}")
                migrate(database)
            else:
                address = open_until_the_end.enter_context(
                    empty_postgres(request.getfixturevalue("postgres"))
                )
                database = Database(address)
                migrate(database)
            open_until_the_end.callback(database.close)
            return database

        yield empty
