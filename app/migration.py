"""Bringing a database to the present shape."""

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from app.config import ROOT
from app.db import Database

# Any number will do, as long as all our processes agree on it.
ONE_AT_A_TIME = 7_041_776


def alembic_config(database: Database) -> Config:
    config = Config(toml_file=str(ROOT / "pyproject.toml"))
    config.attributes["database"] = database
    return config


def migrate(database: Database, revision: str = "head") -> None:
    """Upgrade to `revision`. Of several processes starting at once, one does it."""
    with database.turn_to_write() as engine, engine.connect() as connection:
        wait_for_turn(connection)
        migrate_on(connection, database, revision)
        connection.commit()


def wait_for_turn(connection: Connection) -> None:
    """Until this transaction ends, nobody else changes the database's shape."""
    if connection.dialect.name != "sqlite":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})"))


def migrate_on(connection: Connection, database: Database, revision: str = "head") -> None:
    """The same as part of a transaction of the caller's."""
    config = alembic_config(database)
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def revisions(database: Database) -> list[str]:
    """Every shape there has been, the newest first."""
    scripts = ScriptDirectory.from_config(alembic_config(database))
    return [each.revision for each in scripts.walk_revisions()]


def newest_revision(database: Database) -> str:
    return revisions(database)[0]
