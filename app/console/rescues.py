"""showfloor import captures."""

from pathlib import Path
from typing import Annotated

import typer

from app.console.opening import opened_database


def captures(
    file: Annotated[Path, typer.Argument(help="A file that a phone made of what waits on it.")],
    member: Annotated[
        str | None,
        typer.Option(
            help="E-mail of the member to import as; needed where there are several exhibitors."
        ),
    ] = None,
    passphrase: Annotated[
        str | None,
        typer.Option(
            envvar="RESCUE_PASSPHRASE",
            help="Of a file that is locked with one; asked for when it is not given.",
        ),
    ] = None,
) -> None:
    """Take in captures and photos that a phone could not send, from its rescue file.

    What is known already changes nothing, so a file may be imported twice, and the phone may send
    the same later.
    """
    from app.rescue.command import import_captures

    def asked() -> str:
        return passphrase or typer.prompt("Passphrase of the file", hide_input=True, err=True)

    with opened_database() as database:
        try:
            for line in import_captures(database, file, member=member, passphrase=asked):
                typer.echo(line)
        except LookupError as problem:
            typer.secho(str(problem), fg="red", err=True)
            raise typer.Exit(1) from None
