"""The real thing: Chromium profiles and a server process, and kill -9 at moments nobody chose.

python -m bench.faults real [sqlite|postgresql] [--kills N]
"""

import asyncio
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import httpx
from playwright.async_api import Error as BrowserGone
from playwright.async_api import async_playwright

from app.db import Database
from bench.faults.ledger import ledger_of_show
from bench.faults.processes import Phone, Server, canonical
from bench.faults.visitors import ENTRIES, capture_of
from bench.stage import Stage, fill, new_database

PHONES = 2
AT_ONCE = (1, 12)  # captures saved in a row
PAUSE = (0.1, 2.5)  # seconds between one death and the next
A_MOMENT = 0.7
SENT_WITHIN = 120.0
Capture = dict[str, Any]


@dataclass(slots=True)
class Outcome:
    """What came of a run."""

    captures: int = 0
    killed: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def kills(self) -> int:
        return self.killed["server"] + self.killed["phone"]


@dataclass(slots=True)
class Booth:
    """All that runs, and what was captured in it."""

    stage: Stage
    server: Server
    phones: list[Phone]
    chance: Random
    made: dict[str, Capture] = field(default_factory=dict)
    outcome: Outcome = field(default_factory=Outcome)
    is_over: bool = False


async def run(kind: str, kills: int, seed: int) -> Outcome:
    with new_database(kind) as url, tempfile.TemporaryDirectory(prefix="profiles") as folder:
        stage, server = fill(url), Server(url)
        async with async_playwright() as playwright:
            phones = [
                Phone(
                    playwright.chromium,
                    Path(folder) / str(place),
                    server.origin,
                    stage.tokens[place],
                )
                for place in range(PHONES)
            ]
            booth = Booth(stage, server, phones, Random(seed))  # noqa: S311
            await server.start()
            try:
                await _until_killed(booth, kills)
                await _calm(booth)
                await _judge(booth, url)
            finally:
                for phone in phones:
                    await phone.forget()
                server.kill()
    return booth.outcome


async def _until_killed(booth: Booth, kills: int) -> None:
    at_work = [asyncio.create_task(_staff(booth, phone)) for phone in booth.phones]
    while booth.outcome.kills < kills:
        await asyncio.sleep(booth.chance.uniform(*PAUSE))
        await _strike(booth)
        if broken := next((each for each in at_work if each.done()), None):
            broken.result()
        if booth.outcome.kills % 20 == 0:
            print(f"  {booth.outcome.kills} kills, {len(booth.made)} captures", flush=True)
    booth.is_over = True
    await asyncio.gather(*at_work)  # also tells what went wrong with whoever was at work


async def _strike(booth: Booth) -> None:
    chance, phone = booth.chance, booth.chance.choice(booth.phones)
    kind = chance.choices(("server", "phone", "network"), (5, 4, 2))[0]
    if kind == "server":
        booth.server.kill()
        await asyncio.sleep(chance.uniform(0, 1))
        await booth.server.start()
    elif kind == "phone" and not phone.kill():
        return
    elif kind == "network":
        await phone.cut_network(True)
        await asyncio.sleep(chance.uniform(0.1, 2))
        await phone.cut_network(False)
    booth.outcome.killed[kind] += 1


async def _staff(booth: Booth, phone: Phone) -> None:
    """Captures on, and takes the phone up again whenever it has died."""
    while not booth.is_over:
        try:
            await phone.open()
            await phone.capture(_captures(booth, booth.chance.randint(*AT_ONCE)))
            await _look_at_pill(booth, phone)
            await asyncio.sleep(booth.chance.uniform(0, 0.3))
        except BrowserGone:
            await phone.forget()


def _captures(booth: Booth, count: int) -> list[Capture]:
    made = [capture_of(booth.stage, booth.chance.randint(1, 400)) for _ in range(count)]
    booth.made |= {each["capture_id"]: each for each in made}
    return made


async def _look_at_pill(booth: Booth, phone: Phone) -> None:
    """ "All sent" while something waits, for longer than a moment, would be a lie."""
    for left in (True, False):
        standing = await phone.standing()
        waits = [sum(standing[when].values()) for when in ("before", "after")]
        if standing["says"] != "sent" or not all(waits):
            return
        if left:
            await asyncio.sleep(A_MOMENT)
    booth.outcome.wrong.append(f"wrong pill: {standing}")


async def _calm(booth: Booth) -> None:
    """Nothing dies any more: everything that waits must leave."""
    async with asyncio.timeout(SENT_WITHIN):
        for phone in booth.phones:
            while not await _is_drained(phone):
                await asyncio.sleep(0.5)


async def _is_drained(phone: Phone) -> bool:
    with suppress(BrowserGone):
        await phone.open()
        standing = await phone.standing()
        return standing["says"] == "sent" and not any(standing["after"].values())
    await phone.forget()
    return False


async def _judge(booth: Booth, url: str) -> None:
    saved = set[str]().union(*(phone.saved for phone in booth.phones))
    database = Database(url)
    async with httpx.AsyncClient(base_url=booth.server.origin) as client:
        held = await ledger_of_show(
            database, client, str(booth.stage.show_id), booth.stage.tokens[0]
        )
    database.close()
    booth.outcome.captures = len(saved)
    booth.outcome.wrong += judged(saved, booth.made, held)


def judged(saved: set[str], made: dict[str, Capture], held: dict[str, Any]) -> list[str]:
    """Captured = stored = exported, each once, bodies equal; the unconfirmed may be either."""
    stored = {each["capture_id"]: each for each in held["captures"]}
    wrong = [f"lost: {capture_id}" for capture_id in saved - set(stored)]
    wrong += [f"from nowhere: {capture_id}" for capture_id in set(stored) - set(made)]
    wrong += [f"conflict: {capture_id}" for capture_id in held["conflicts"]]
    wrong += [f"lead against its ledger: {lead}" for lead in held["untrue"]]
    for capture_id, each in stored.items():
        entries = held["entries"].get(capture_id, {"count": 0})["count"]
        if entries != ENTRIES:
            wrong.append(
                f"{'doubled' if entries > ENTRIES else 'lost'}: {entries} entries of {capture_id}"
            )
        if held["exported"].get(capture_id) != 1:
            wrong.append(f"exported {held['exported'].get(capture_id, 0)} times: {capture_id}")
        if canonical(each["body"] | {"payload_b64": each["payload_b64"]}) != canonical(
            made[capture_id]
        ):
            wrong.append(f"other body: {capture_id}")
    return wrong
