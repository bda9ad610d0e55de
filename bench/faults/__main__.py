"""The proof, by one command: `python -m bench.faults simulated`, `python -m bench.faults real`."""

import asyncio
from random import SystemRandom
from time import perf_counter
from typing import Annotated

import typer

from bench.faults.simulated import simulate, tell

cli = typer.Typer(add_completion=False)
Seed = Annotated[int, typer.Option(help="The same seed plays the same schedules; 0: a new one.")]
Kind = Annotated[str, typer.Argument(help="sqlite or postgresql.")]


@cli.callback()
def proof() -> None:
    """That no confirmed capture is lost or doubled, whatever dies."""


@cli.command()
def simulated(
    database: Kind = "sqlite",
    captures: Annotated[int, typer.Option(help="How many at least.")] = 2_000,
    faults: Annotated[int, typer.Option(help="How many at least that did strike.")] = 200,
    seed: Seed = 0,
    processes: Annotated[int, typer.Option(help="How many at once, a database each.")] = 2,
) -> None:
    """Phones, network and server of our own, where everything goes wrong by plan."""
    seed = seed or _any_seed()
    print(f"simulated on {database}, --seed {seed} --processes {processes}", flush=True)
    begin = perf_counter()
    tally = simulate(database, seed=seed, captures=captures, faults=faults, processes=processes)
    tell(tally)
    print(f"{(perf_counter() - begin) / 60:.1f} minutes, --seed {seed}")
    raise typer.Exit(bool(tally.failed))


@cli.command()
def real(
    database: Kind = "sqlite",
    kills: Annotated[int, typer.Option(help="How many processes to kill.")] = 20,
    seed: Seed = 0,
) -> None:
    """Chromium profiles and a server process, killed at random; network cut in between."""
    from bench.faults.real import run

    seed = seed or _any_seed()
    print(f"real on {database}, --kills {kills} --seed {seed}", flush=True)
    begin = perf_counter()
    outcome = asyncio.run(run(database, kills, seed))
    print(
        f"{outcome.captures:,} captures, {outcome.kills} kills ({dict(outcome.killed)}), "
        f"{len(outcome.wrong)} wrong; {(perf_counter() - begin) / 60:.1f} minutes"
    )
    print(*outcome.wrong[:20], sep="\n")
    raise typer.Exit(bool(outcome.wrong))


def _any_seed() -> int:
    return SystemRandom().randrange(1, 1_000_000)


if __name__ == "__main__":
    cli()
