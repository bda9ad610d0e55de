"""`showfloor serve --lan` as a process, on ports of its own."""

import os
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.architecture.house import ROOT


@dataclass(frozen=True)
class Running:
    """A laptop that serves. Its files are in `folder`."""

    folder: Path
    origin: str
    door: str
    local: str
    process: subprocess.Popen[bytes]
    open_until_the_end: ExitStack

    @property
    def authority(self) -> Path:
        return self.folder / "lan" / "authority.crt"

    def phone(self, *, trusts: Path | None = None) -> httpx.Client:
        """A phone that trusts this laptop's authority, or another one."""
        trusting = ssl.create_default_context(cafile=trusts or self.authority)
        return self.browser(self.origin, verify=trusting)

    def browser(self, origin: str, **options: Any) -> httpx.Client:
        headers = {"Origin": origin, "Accept-Language": "en"}
        made = httpx.Client(base_url=origin, headers=headers, timeout=10, **options)
        return self.open_until_the_end.enter_context(made)

    def said(self) -> str:
        return (self.folder / "said").read_text("utf-8")


@contextmanager
def serving_lan(folder: Path, **settings: str) -> Iterator[Running]:
    """Serve the database in the folder until the block ends."""
    port, door, local = free_ports()
    told = {
        "DATABASE_URL": f"sqlite:///{folder / 'showfloor.db'}",
        "HOST": "127.0.0.1",
        "PORT": str(local),
        "LAN_PORT": str(port),
        "LAN_DOOR_PORT": str(door),
        "LAN_ADDRESS": "127.0.0.1",
        "LAN_FOLDER": str(folder / "lan"),
        **settings,
    }
    environment = {**os.environ, **{f"SHOWFLOOR_{name}": value for name, value in told.items()}}
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "app.cli", "serve", "--lan"],
            cwd=ROOT, env=environment, stdout=said, stderr=subprocess.STDOUT,
        )  # fmt: skip
    with ExitStack() as open_until_the_end:
        open_until_the_end.callback(process.wait, 10)
        open_until_the_end.callback(process.terminate)
        laptop = Running(
            folder, f"https://127.0.0.1:{port}", f"http://127.0.0.1:{door}",
            f"http://localhost:{local}", process, open_until_the_end,
        )  # fmt: skip
        _wait_until_it_answers(laptop)
        yield laptop


def free_ports() -> list[int]:
    opened = [socket.create_server(("127.0.0.1", 0)) for _ in range(3)]
    ports: list[int] = [each.getsockname()[1] for each in opened]
    for each in opened:
        each.close()
    return ports


def _wait_until_it_answers(laptop: Running) -> None:
    for _ in range(300):
        if laptop.process.poll() is not None:
            return
        try:
            httpx.get(laptop.door)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(laptop.said())
