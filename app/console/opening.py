"""Settings and database for a command, or an end with a sentence that says what is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer

from app.config import BadSettings, Settings, settings
from app.db import Database


def checked_settings() -> Settings:
    """The settings, or an end with the name of the one that is wrong."""
    try:
        return settings()
    except BadSettings as problem:
        typer.secho(str(problem), fg="red", err=True)
        raise typer.Exit(2) from None


def refuse(why: str) -> NoReturn:
    typer.secho(why, fg="red", err=True)
    raise typer.Exit(2)


@contextmanager
def opened_database() -> Iterator[Database]:
    from app.migration import migrate

    database = Database(checked_settings().database_url)
    try:
        migrate(database)
        yield database
    finally:
        database.close()


@contextmanager
def kept_database(*, is_made: bool = False) -> Iterator[Database]:
    """The database in whatever shape it has. Looking for one that is not there does not make it."""
    url = checked_settings().database_url
    file = Path(url.removeprefix("sqlite:///"))
    if url.startswith("sqlite") and not is_made and not file.exists():
        typer.secho(f"There is no database at {file}.", fg="red", err=True)
        raise typer.Exit(1)
    database = Database(url)
    try:
        yield database
    finally:
        database.close()
