"""A database can be brought forward and back, and the tables are what the models say."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from app.db import Database, metadata
from app.migration import alembic_config, migrate
from tests.conftest import another_postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database that may be taken apart: not the one that tests share."""
    if request.param == "sqlite":
        copy = tmp_path / "showfloor.db"
        shutil.copy(request.getfixturevalue("sqlite_stage"), copy)
        yield f"sqlite:///{copy}"
        return
    with another_postgres(request.getfixturevalue("postgres_stage")) as address:
        yield address


@contextmanager
def _connected(database: Database) -> Iterator[Config]:
    config = alembic_config(database)
    with database.turn_to_write() as engine, engine.connect() as connection:
        config.attributes["connection"] = connection
        yield config
        connection.commit()


def test_every_migration_goes_down_and_up_and_down_again(database: Database) -> None:
    newest_first = list(ScriptDirectory.from_config(alembic_config(database)).walk_revisions())

    for migration in newest_first:
        for direction in ("down", "up", "down"):
            with _connected(database) as config:
                if direction == "up":
                    command.upgrade(config, migration.revision)
                else:
                    command.downgrade(config, str(migration.down_revision or "base"))

    assert inspect(database.engine).get_table_names() == ["alembic_version"]


def test_a_database_brought_back_to_nothing_can_be_made_again(database: Database) -> None:
    with _connected(database) as config:
        command.downgrade(config, "base")

    migrate(database)

    assert set(inspect(database.engine).get_table_names()) >= set(metadata.tables)


def test_the_migrations_make_exactly_the_tables_of_the_models(database: Database) -> None:
    with _connected(database) as config:
        command.check(config)


def test_there_is_one_newest_migration(database: Database) -> None:
    assert len(ScriptDirectory.from_config(alembic_config(database)).get_heads()) == 1
