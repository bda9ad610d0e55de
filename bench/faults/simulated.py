"""The simulation: real pages under node, the real application, and all that goes wrong between.

python -m bench.faults simulated [sqlite|postgresql] [--captures N] [--faults M] [--seed S]
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from bench.stage import new_database

MAIN = Path(__file__).parent / "phones" / "main.js"
PLAN = {"captures": 160, "faults": 24}  # of one schedule
APART = 1_000_000  # seeds of one process and the next
Verdict = dict[str, Any]

LOST = {"lost", "lost on the phone", "never sent", "not exported"}
DOUBLED = {"doubled", "exported twice", "from nowhere"}
WRONG_PILL = {"wrong pill"}


@dataclass(slots=True)
class Tally:
    """What was played, and what was found: by kind of fault, and over all."""

    captures: int = 0
    schedules: int = 0
    struck: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    found_with: dict[str, Counter[str]] = field(default_factory=dict)
    failed: list[Verdict] = field(default_factory=list)

    @property
    def faults(self) -> int:
        return sum(self.struck.values())

    def count(self, verdict: Verdict) -> None:
        kinds = Counter(_sort_of(finding["kind"]) for finding in verdict["findings"])
        self.schedules += 1
        self.captures += verdict["captures"]
        self.struck.update(verdict["struck"])
        self.found.update(kinds)
        for fault in verdict["struck"]:
            self.found_with.setdefault(fault, Counter()).update(kinds)
        if kinds:
            self.failed.append(verdict)


def _sort_of(kind: str) -> str:
    if kind in LOST:
        return "lost"
    if kind in DOUBLED:
        return "doubled"
    return "wrong pill" if kind in WRONG_PILL else "other"


def verdicts(
    url: str,
    database: str,
    *,
    seed: int,
    captures: int,
    faults: int,
    plan: Mapping[str, Any] = PLAN,
    **broken: Any,
) -> Iterator[Verdict]:
    """What each schedule came to, from `seed` on, until there were enough captures and faults.

    `sabotage`, `no_locks`: what is broken on purpose. `shrinks`: a schedule that fails is made
    small before it is told.
    """
    asked = {
        "python": sys.executable, "url": url, "database": database, "seed": seed,
        "captures": captures, "faults": faults, "plan": plan, **broken,
    }  # fmt: skip
    node = ["node", "--no-warnings", "--experimental-vm-modules", str(MAIN), json.dumps(asked)]
    with subprocess.Popen(node, stdout=subprocess.PIPE, text=True) as playing:  # noqa: S603
        assert playing.stdout
        try:
            yield from map(json.loads, playing.stdout)
        finally:
            playing.kill()
    if playing.returncode:
        raise RuntimeError(f"the simulation ended with {playing.returncode}")


def simulate(database: str, *, seed: int, captures: int, faults: int, processes: int) -> Tally:
    """All of it, in several processes at once, each on a database of its own."""
    tally, told = Tally(), SimpleQueue[Verdict | None]()
    share = partial(
        verdicts,
        database=database,
        captures=-(-captures // processes),
        faults=-(-faults // processes),
        shrinks=True,
    )

    def play(url: str, first: int) -> None:
        try:
            for verdict in share(url, seed=first):
                told.put(verdict)
        finally:
            told.put(None)

    with ExitStack() as opened, ThreadPoolExecutor(processes) as pool:
        urls = [opened.enter_context(_database(database)) for _ in range(processes)]
        playing = [pool.submit(play, url, seed + at * APART) for at, url in enumerate(urls)]
        for _ in playing:
            while (verdict := told.get()) is not None:
                tally.count(verdict)
                _tell_failure(verdict)
                _tell_progress(tally, captures)
        for each in playing:
            each.result()
    return tally


@contextmanager
def _database(kind: str) -> Iterator[str]:
    """In memory where there is such a place: what dies here is a process, never the machine."""
    memory = Path("/dev/shm")  # noqa: S108
    if kind == "sqlite" and memory.is_dir():
        with tempfile.TemporaryDirectory(dir=memory) as folder:
            yield f"sqlite:///{folder}/simulated.db"
    else:
        with new_database(kind) as url:
            yield url


def _tell_failure(verdict: Verdict) -> None:
    if not verdict["findings"]:
        return
    print(f"\nschedule {verdict['seed']} fails:")
    for finding in verdict["findings"][:5]:
        print(f"  {finding['kind']}: {finding['what']}")
    for event in verdict.get("events", []):
        more = {name: value for name, value in event.items() if name not in ("at", "phone", "does")}
        print(f"    {event['at']:>7} ms  phone {event['phone']} {event['does']} {more}")


def _tell_progress(tally: Tally, captures: int) -> None:
    if tally.schedules % 100 == 0:
        print(f"  {tally.captures:,} of {captures:,} captures, {tally.faults:,} faults", flush=True)


def tell(tally: Tally) -> None:
    """The table: each kind of fault, how often it struck, and what was wrong in its schedules."""
    columns = ("lost", "doubled", "wrong pill", "other")
    print(f"\n{'fault':28}{'struck':>8}" + "".join(f"{name:>12}" for name in columns))
    for fault, times in sorted(tally.struck.items()):
        found = tally.found_with[fault]
        print(f"{fault:28}{times:>8,}" + "".join(f"{found[name]:>12}" for name in columns))
    found = tally.found
    print(f"{'all':28}{tally.faults:>8,}" + "".join(f"{found[name]:>12}" for name in columns))
    print(
        f"\n{tally.captures:,} captures x {tally.faults:,} faults in {tally.schedules:,} schedules"
    )
