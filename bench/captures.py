"""How fast captures are recorded, beside what the database itself can do in the same run.

    python -m bench.captures [sqlite|postgresql] [--seconds N]

The whole pipeline is measured: HTTP, sign-in, checking, reading the badge, identity, ledger,
tags, commit. SQLite is as shipped: WAL, synchronous=FULL. Client and server share the machine.
"""

import asyncio
import os
import sqlite3
from statistics import median
from time import perf_counter
from typing import Annotated, Any

import typer

from app.db import Database
from bench.load import Measured, closed_loop, open_loop, request
from bench.stage import Stage, fill, new_database, served

CLIENTS = 50
BATCH = 50
STEADY = 430
ROW = ("x" * 36, "y" * 300, "z" * 400, "2026-10-16 02:30:00.000000", 1)


def main(
    database: Annotated[str, typer.Argument(help="sqlite, postgresql or both.")] = "both",
    seconds: Annotated[float, typer.Option(help="About how long each part lasts.")] = 8,
    rounds: Annotated[int, typer.Option(help="Rounds of each part; medians are printed.")] = 3,
) -> None:
    kinds = ["sqlite", "postgresql"] if database == "both" else [database]
    print(f"{os.cpu_count()} processors, {CLIENTS} clients, {rounds} rounds, medians")
    for kind in kinds:
        with new_database(kind) as url:
            measure(kind, url, seconds, rounds)


def measure(kind: str, url: str, seconds: float, rounds: int) -> None:
    stage = fill(url)
    raw_single, raw_batch = raw_rates(url, seconds / 4)
    print(
        f"\n{kind}: bare inserts {raw_single:,.0f} a second one by one, {raw_batch:,.0f} by {BATCH}"
    )
    with served(url) as port:
        asyncio.run(closed_loop(port, [request(stage, 1) for _ in range(200)], 4, 1))  # warm up
        single = [_single(port, stage, seconds) for _ in range(rounds)]
        batch = [_batch(port, stage, seconds) for _ in range(rounds)]
        steady = [_steady(port, stage, seconds) for _ in range(rounds)]
    _tell("one by one", single, raw_single)
    _tell(f"batches of {BATCH}", batch, raw_batch)
    _tell(f"steady {STEADY} a second", steady, None)


def _single(port: int, stage: Stage, seconds: float) -> Measured:
    requests = [request(stage, 1) for _ in range(int(1000 * seconds))]
    return asyncio.run(closed_loop(port, requests, CLIENTS, 1))


def _batch(port: int, stage: Stage, seconds: float) -> Measured:
    requests = [request(stage, BATCH) for _ in range(int(40 * seconds))]
    return asyncio.run(closed_loop(port, requests, CLIENTS, BATCH))


def _steady(port: int, stage: Stage, seconds: float) -> Measured:
    requests = [request(stage, 1) for _ in range(int(STEADY * seconds))]
    return asyncio.run(open_loop(port, requests, 200, STEADY))


def _tell(name: str, runs: list[Measured], raw: float | None) -> None:
    rate = median(run.rate for run in runs)
    shares = " / ".join(
        f"{median(run.percentile(p) for run in runs):.0f}" for p in (0.5, 0.95, 0.99)
    )
    beside = f", {rate / raw:.2f} of the bare rate" if raw else ""
    print(f"  {name:22} {rate:7,.0f} captures a second{beside}; p50/p95/p99 {shares} ms")


def raw_rates(url: str, seconds: float) -> tuple[float, float]:
    """Rows a second of the bare driver: one row a commit, and BATCH rows a commit."""
    database = Database(url)
    connection: Any
    if database.is_sqlite:
        connection = sqlite3.connect(database.engine.url.database or "", isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")
        insert = "INSERT INTO bare VALUES (?, ?, ?, ?, ?)"
    else:
        connection = database.engine.raw_connection().driver_connection
        connection.autocommit = True
        insert = "INSERT INTO bare VALUES (%s, %s, %s, %s, %s)"
    connection.execute("CREATE TABLE bare (a TEXT, b TEXT, c TEXT, d TEXT, e INTEGER)")
    rates = tuple(_rate(connection, insert, size, seconds) for size in (1, BATCH))
    connection.close()
    database.close()
    return rates[0], rates[1]


def _rate(connection: Any, insert: str, size: int, seconds: float) -> float:
    cursor, rows, begin = connection.cursor(), 0, perf_counter()
    while perf_counter() - begin < seconds:
        cursor.execute("BEGIN")
        cursor.executemany(insert, [ROW] * size)
        cursor.execute("COMMIT")
        rows += size
    return rows / (perf_counter() - begin)


if __name__ == "__main__":
    typer.run(main)
