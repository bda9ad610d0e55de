"""How soon after the network's return everything that waited is stored.

    python -m bench.network_back [--waiting 200] [--kilobits 768] [--milliseconds 200] [--runs 5]

A real Chromium and a real server, with a link of our own between them: so many kilobits a second
each way for all connections together, half of the milliseconds each way, and a new connection
costs two round trips, as TCP and TLS do.
"""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Annotated

import typer
from playwright.async_api import async_playwright
from sqlalchemy import text

from app.db import Database
from bench.faults.processes import Phone, Server
from bench.faults.visitors import capture_of
from bench.stage import Stage, fill, new_database

GIVES_UP = 60.0
LOOKS_EVERY = 0.01


class Link:
    """A slow line to a server: what one way of it carries leaves it in turn, and late."""

    def __init__(self, port: int, kilobits: int, milliseconds: int) -> None:
        self._port = port
        self._rate = kilobits * 1000 / 8
        self._delay = milliseconds / 2000
        self._free_at = {"up": 0.0, "down": 0.0}
        self.is_up = True
        self.bytes_up = 0

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self.is_up:
            writer.close()
            return
        await asyncio.sleep(4 * self._delay)
        there, back = await asyncio.open_connection("127.0.0.1", self._port)
        await asyncio.gather(self._way("up", reader, back), self._way("down", there, writer))

    async def _way(
        self, way: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        arriving: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        delivering = asyncio.create_task(self._deliver(arriving, writer))
        with suppress(ConnectionError):
            while part := await reader.read(4096):
                begins = max(perf_counter(), self._free_at[way])
                self._free_at[way] = begins + len(part) / self._rate
                self.bytes_up += len(part) if way == "up" else 0
                arriving.put_nowait((self._free_at[way] + self._delay, part))
        arriving.put_nowait((0.0, b""))
        await delivering

    async def _deliver(
        self, arriving: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter
    ) -> None:
        with suppress(ConnectionError):
            while (due := await arriving.get())[1]:
                await asyncio.sleep(max(0.0, due[0] - perf_counter()))
                writer.write(due[1])
                await writer.drain()
        writer.close()


def main(
    database: Annotated[str, typer.Argument(help="sqlite or postgresql.")] = "sqlite",
    waiting: int = 200,
    kilobits: int = 768,
    milliseconds: int = 200,
    runs: int = 5,
) -> None:
    took = asyncio.run(_runs(database, waiting, kilobits, milliseconds, runs))
    print(
        f"{waiting} waiting captures stored {median(took):.2f} s after the network's return "
        f"(longest {max(took):.2f} s, {runs} runs; {kilobits} kbit/s, {milliseconds} ms)"
    )


async def _runs(
    kind: str, waiting: int, kilobits: int, milliseconds: int, runs: int
) -> list[float]:
    with new_database(kind) as url, tempfile.TemporaryDirectory(prefix="profiles") as folder:
        stage, server = fill(url), Server(url)
        await server.start()
        link = Link(server.port, kilobits, milliseconds)
        line = await asyncio.start_server(link.carry, "127.0.0.1", 0)
        origin = f"http://localhost:{line.sockets[0].getsockname()[1]}"
        async with async_playwright() as playwright:
            phone = Phone(playwright.chromium, Path(folder), origin, stage.tokens[0])
            try:
                await phone.open()
                await phone.capture([capture_of(stage, 0)])
                stored = _counting(Database(url))
                await _until(lambda: _at_least(stored, 1))
                took = [await _one(phone, link, stage, stored, waiting) for _ in range(runs)]
            finally:
                await phone.forget()
                server.kill()
                line.close()
    return took


async def _one(
    phone: Phone, link: Link, stage: Stage, stored: Callable[[], int], waiting: int
) -> float:
    before = stored()
    link.is_up = False
    await phone.cut_network(True)
    await phone.capture([capture_of(stage, before + place) for place in range(waiting)])
    await asyncio.sleep(1)
    assert stored() == before, "the network was not cut"
    link.is_up, link.bytes_up = True, 0
    begin = perf_counter()
    await phone.cut_network(False)
    await _until(lambda: _at_least(stored, before + waiting))
    took = perf_counter() - begin
    print(f"  {took:.2f} s, {link.bytes_up / 1024:.0f} KiB up", flush=True)
    return took


def _counting(database: Database) -> Callable[[], int]:
    def stored() -> int:
        with database.engine.connect() as connection:
            return int(connection.execute(text("SELECT count(*) FROM capture")).scalar_one())

    return stored


async def _at_least(stored: Callable[[], int], count: int) -> bool:
    return await asyncio.to_thread(stored) >= count


async def _until(is_so: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(GIVES_UP):
        while not await is_so():
            await asyncio.sleep(LOOKS_EVERY)


if __name__ == "__main__":
    typer.run(main)
