"""The console script `showfloor`."""

import os
import sys
from pathlib import Path
from signal import SIGTERM, signal
from typing import Annotated, NoReturn

import typer

from app.config import PREFIX, Settings
from app.console.backups import backup, restore, restored
from app.console.opening import checked_settings, opened_database, refuse
from app.console.rescues import captures
from app.db import Database

app = typer.Typer(
    help="Scan badges on phones, tag every lead with reasons, take the list into any CRM.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
badge = typer.Typer(help="Read badges without a server.", no_args_is_help=True)
app.add_typer(badge, name="badge")
imports = typer.Typer(help="Take in what was made elsewhere.", no_args_is_help=True)
app.add_typer(imports, name="import")
imports.command()(captures)
for command in (backup, restore, restored):
    app.command()(command)


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    workers: Annotated[
        int, typer.Option(min=1, help="Processes. More than one needs PostgreSQL.")
    ] = 1,
    lan: Annotated[
        bool,
        typer.Option("--lan", help="Serve the phones of a booth by this laptop, without internet."),
    ] = False,
) -> None:
    """Start the server: migrate the database, print the address and its QR code, listen."""
    for name, value in (("HOST", host), ("PORT", port), ("LAN", lan)):
        if value:
            os.environ[PREFIX + name] = str(value)  # so that every process knows its address
    chosen = checked_settings()
    signal(SIGTERM, end_well)
    if workers > 1 and (chosen.lan or chosen.database_url.startswith("sqlite")):
        refuse("More than one process needs PostgreSQL (SHOWFLOOR_DATABASE_URL), and no LAN mode.")
    if chosen.lan:
        serve_booth(chosen)
    else:
        serve_alone(chosen, workers)


def end_well(*_: object) -> NoReturn:
    """Told to stop, the server first answers who is waiting. Having stopped is then no failure."""
    raise SystemExit(0)


def serve_booth(chosen: Settings) -> None:
    """LAN mode: for the phones of the booth with our own certificate, and for this laptop."""
    from app.lan.command import serve_lan
    from app.lan.gateway.keep import CannotServe
    from app.main import create_app, create_door
    from app.terminal import closing

    with opened_database():
        told = closing(Path.cwd(), chosen.database_url)
    try:
        serve_lan(chosen, create_app, create_door, say=typer.echo, closing=told)
    except CannotServe as problem:
        refuse(str(problem))


def serve_alone(chosen: Settings, workers: int) -> None:
    import uvicorn

    from app.terminal import greeting

    with opened_database() as database:
        typer.echo(greeting(chosen.origin, Path.cwd(), chosen.database_url))
        for name in database.careless():
            typer.secho(
                f"This PostgreSQL runs with {name} off: a power cut may lose what phones were told"
                " is stored.",
                fg="red",
                err=True,
            )
    uvicorn.run(
        "app.main:create_app",
        factory=True,
        host=chosen.host,
        port=chosen.port,
        workers=workers,
        proxy_headers=True,
        forwarded_allow_ips=chosen.trusted_proxies,
        timeout_graceful_shutdown=3,
        server_header=False,
        log_level="warning",
    )


@app.command()
def migrate(
    revision: Annotated[str, typer.Argument(help="Where to; the newest by default.")] = "head",
) -> None:
    """Bring the database to the present shape. `serve` does this by itself."""
    from app.migration import migrate as bring_up

    database = Database(checked_settings().database_url)
    bring_up(database, revision)
    database.close()
    typer.echo("The database is up to date.")


@app.command()
def demo(
    remove: Annotated[
        bool, typer.Option("--remove", help="Take the demo show away again.")
    ] = False,
) -> None:
    """Load the demo show: three days, eight members, about 400 leads in four languages."""
    from app.demo.command import load_or_remove

    with opened_database() as database:
        typer.echo(load_or_remove(database, remove=remove))


@app.command()
def token(
    email: Annotated[str, typer.Argument(help="E-mail address of the member.")],
    days: Annotated[int, typer.Option(min=1, max=365, help="Days until it ends.")] = 30,
) -> None:
    """Print a token that lets a script work as a member.

    Send it as "Authorization: Bearer TOKEN". It is listed with the devices, and ends with
    them: revoke it there.
    """
    from app.accounts.command import token_of

    with opened_database() as database:
        made = token_of(database, email, days)
    if made is None:
        typer.secho(f"No member has the address {email}.", fg="red", err=True)
        raise typer.Exit(1)
    typer.echo(made)


@badge.command("read")
def read_badges() -> None:
    """Read payloads: JSON lines on standard input, one JSON object a line on standard output.

    A line is {"payload": "BEGIN:VCARD..."} or {"payload_b64": "..."} for raw bytes.
    """
    from app.badges.lines import answer_line

    for line in sys.stdin:
        if line.strip():
            typer.echo(answer_line(line))


@app.command()
def export(
    out: Annotated[
        Path,
        typer.Argument(
            help="File to write: .csv or .xlsx by its ending; - for CSV on standard output."
        ),
    ],
    member: Annotated[
        str | None,
        typer.Option(
            help="E-mail of the member to export as; needed where there are several exhibitors."
        ),
    ] = None,
    query: Annotated[
        str,
        typer.Option(
            help='The filter, as in the address of the list: "behaviour=active&rating=hot".'
        ),
    ] = "",
    language: Annotated[str, typer.Option(help="en or zh-Hans.")] = "en",
) -> None:
    """Write leads to a file, as the list's export does."""
    from app.exports.command import export_to

    with opened_database() as database:
        try:
            count = export_to(database, out, member=member, query=query, language=language)
        except LookupError as problem:
            typer.secho(str(problem), fg="red", err=True)
            raise typer.Exit(1) from None
    typer.echo(f"{count} bytes written.", err=True)


if __name__ == "__main__":
    app()
