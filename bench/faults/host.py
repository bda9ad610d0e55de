"""Server processes that can be killed, behind lines of JSON: what a simulation talks to.

    python -m bench.faults.host DATABASE_URL [--sabotage MODULE:FUNCTION]

Each process is a fork of this one with the whole application in it. It dies by SIGKILL and by
nothing else, so that whatever it had not committed is gone as it would be after a power cut.
"""

import asyncio
import json
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from typing import Annotated, Any

import typer
from fastapi import FastAPI
from pydantic import HttpUrl

from app.config import Settings
from app.kit import clock
from app.main import create_app
from bench.faults.answering import answer_frames

PROCESSES = 2
ORIGIN = "https://showfloor.test"
Frame = dict[str, Any]


class Time:
    """The simulation's time, which the application takes for the world's."""

    def __init__(self) -> None:
        self.milliseconds = 0

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.milliseconds / 1000, UTC)


@dataclass(frozen=True, slots=True)
class Process:
    """A server process and the line to it."""

    pid: int
    line: socket.socket

    def stop(self) -> None:
        self.line.close()
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


class Host:
    """As many server processes as were asked for, made anew when they have died."""

    def __init__(self, app: FastAPI, sabotage: Callable[[FastAPI], None], passing: Time) -> None:
        self._app = app
        self._sabotage = sabotage
        self._time = passing
        self._processes: dict[int, Process] = {}

    def ask(self, frame: Frame) -> list[Frame | None]:
        """What each process asked answers, all of them at once; None from one that died."""
        asked = [self._process(place) for place in frame.pop("to", [0])]
        for process in asked:
            process.line.sendall(json.dumps(frame).encode() + b"\n")
        return [self._answer(process) for process in asked]

    def stop(self) -> None:
        for process in self._processes.values():
            process.stop()

    def _process(self, place: int) -> Process:
        if place not in self._processes:
            self._processes[place] = self._fork()
        return self._processes[place]

    def _fork(self) -> Process:
        ours, theirs = socket.socketpair()
        if pid := os.fork():
            theirs.close()
            return Process(pid, ours)
        ours.close()
        for other in self._processes.values():
            other.line.close()  # or its own end would never be the last one
        try:
            asyncio.run(answer_frames(self._app, theirs, self._sabotage, self._time))
        finally:
            os._exit(0)

    def _answer(self, process: Process) -> Frame | None:
        received = b""
        while not received.endswith(b"\n"):
            if not (part := process.line.recv(1 << 20)):
                self._bury(process)
                return None
            received += part
        answer: Frame = json.loads(received)
        return answer

    def _bury(self, dead: Process) -> None:
        os.waitpid(dead.pid, 0)
        dead.line.close()
        self._processes = {at: each for at, each in self._processes.items() if each is not dead}


def main(
    url: str,
    sabotage: Annotated[str, typer.Option(help="What breaks the application on purpose.")] = "",
) -> None:
    passing = Time()
    settings = Settings(database_url=url, public_url=HttpUrl(ORIGIN))
    host = Host(create_app(settings), _named(sabotage), passing)
    let_pass(passing)
    try:
        for line in sys.stdin:
            sys.stdout.write(json.dumps(host.ask(json.loads(line))) + "\n")
            sys.stdout.flush()
    finally:
        host.stop()


def let_pass(passing: Time) -> None:
    """The application asks the simulation what time it is, and never sleeps."""
    real, ours = clock.now, [module for name, module in sys.modules.items() if name[:4] == "app."]
    for module in ours:
        if vars(module).get("now") is real:
            setattr(module, "now", passing.now)  # noqa: B010
        if vars(module).get("sleep") is time.sleep:
            setattr(module, "sleep", lambda _: None)  # noqa: B010


def _named(sabotage: str) -> Callable[[FastAPI], None]:
    if not sabotage:
        return lambda _: None
    module, _, function = sabotage.partition(":")
    found: Callable[[FastAPI], None] = getattr(import_module(module), function)
    return found


if __name__ == "__main__":
    typer.run(main)
