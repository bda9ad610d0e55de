"""`showfloor serve` as a process of its own, to be killed; and phones that send all the while."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from threading import Event, Thread
from typing import Any

import httpx

from app.kit.ids import new_id
from tests import cast
from tests.architecture.house import ROOT
from tests.phone import batch, capture

PHONES = 4
MECARD = "MECARD:N:Visitor {0};ORG:Company {0};EMAIL:visitor{0}@company.example;;"


@dataclass(frozen=True)
class Running:
    """A server process and where it listens."""

    process: subprocess.Popen[bytes]
    origin: str
    said: Path

    def browser(self) -> httpx.Client:
        headers = {"Origin": self.origin, "Cookie": f"sign_in={cast.SAM.token}"}
        return httpx.Client(base_url=self.origin, headers=headers, timeout=20)


@contextmanager
def serving(database_url: str, folder: Path) -> Iterator[Running]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = {"DATABASE_URL": database_url, "HOST": "127.0.0.1", "PORT": str(port)}
    environment = os.environ | {f"SHOWFLOOR_{name}": value for name, value in settings.items()}
    said = folder / f"said-{port}"
    with said.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "app.cli", "serve"],
            cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
    running = Running(process, f"http://127.0.0.1:{port}", said)
    try:
        _wait_until_it_answers(running)
        yield running
    finally:
        process.kill()
        process.wait(20)


def _wait_until_it_answers(running: Running) -> None:
    for _ in range(600):
        assert running.process.poll() is None, running.said.read_text()
        try:
            httpx.get(f"{running.origin}/health")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(running.said.read_text())


@dataclass
class Crowd:
    """Phones that send captures as fast as they can, and remember what was acknowledged."""

    running: Running
    acknowledged: dict[str, dict[str, Any]] = field(default_factory=dict)
    sent: dict[str, dict[str, Any]] = field(default_factory=dict)
    first_word: Event = field(default_factory=Event)
    enough: Event = field(default_factory=Event)

    @contextmanager
    def sending(self) -> Iterator[None]:
        phones = [Thread(target=self._send) for _ in range(PHONES)]
        for phone in phones:
            phone.start()
        assert self.first_word.wait(60), self.running.said.read_text()
        try:
            yield
        finally:
            self.enough.set()
            for phone in phones:
                phone.join(60)

    def _send(self) -> None:
        with self.running.browser() as browser:
            for size in count(1):
                captures = [capture(MECARD.format(new_id().hex)) for _ in range(1 + size % 5)]
                self.sent |= {each["capture_id"]: each for each in captures}
                try:
                    answer = browser.post("/captures/sync", json=batch(*captures))
                except httpx.TransportError:
                    answer = None
                if answer is not None and answer.status_code == 200:
                    self._note(answer.json()["verdicts"])
                if self.enough.is_set() or self.running.process.poll() is not None:
                    return

    def _note(self, verdicts: list[dict[str, Any]]) -> None:
        for verdict in verdicts:
            if verdict["verdict"] == "recorded":
                self.acknowledged[verdict["capture_id"]] = self.sent[verdict["capture_id"]]
                self.first_word.set()
