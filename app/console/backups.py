"""showfloor backup, restore and restored."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.exc import DBAPIError

from app.console.opening import kept_database, opened_database


def backup(
    place: Annotated[
        Path, typer.Argument(help="File to write; or a folder, for a name with the time in it.")
    ],
    keep: Annotated[
        int | None,
        typer.Option(min=1, help="In a folder: so many backups stay there, the newest."),
    ] = None,
) -> None:
    """Write the whole database to one file, while Showfloor serves or not.

    It goes back into SQLite or PostgreSQL, whichever it came from. It holds every lead, and what
    opens the copies on phones: keep it where nobody else reads it.
    """
    from app.backup.command import back_up_to

    with kept_database() as database, told_of_backups():
        typer.echo(back_up_to(database, place, keep=keep, told=aside))


def restore(
    file: Annotated[Path, typer.Argument(help="A backup that `showfloor backup` wrote.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Though the database holds something: it is lost.")
    ] = False,
) -> None:
    """Put a backup in the place of the database: all of it, or nothing.

    An older backup is brought to the present shape. Phones notice, and hand in again what they
    captured since, as far as they still have it.
    """
    from app.backup.command import restore_from

    with kept_database(is_made=True) as database, told_of_backups():
        typer.echo(restore_from(database, file, replace=replace, told=aside))


def restored() -> None:
    """Say that an older database was put back by other means, such as pg_restore or a snapshot.

    Phones then ask what it lacks, and hand that in again. `showfloor restore` says so by itself.
    """
    from app.backup.service import say_restored

    with opened_database() as database:
        say_restored(database)
    typer.echo("Phones will hand in again what this database lacks, as far as they have it.")


@contextmanager
def told_of_backups() -> Iterator[None]:
    """What went wrong, in a sentence. Nothing was changed then."""
    from app.backup.manifest import NoBackup
    from app.backup.service import WouldBeLost

    try:
        yield
    except (NoBackup, WouldBeLost, OSError, DBAPIError) as problem:
        typer.secho(str(problem), fg="red", err=True)
        raise typer.Exit(1) from None


def aside(progress: str) -> None:
    typer.echo(progress, err=True)
