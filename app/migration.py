"""Bringing a database to the present shape."""

from alembic import command
from alembic.config import Config
from sqlalchemy import text

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
    config = alembic_config(database)
    with database.turn_to_write() as engine, engine.connect() as connection:
        if not database.is_sqlite:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})"))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        connection.commit()
