"""Several servers in one process: they start together, and one Ctrl-C stops them all."""

import asyncio
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import uvicorn
from fastapi import FastAPI

from app.lan.gateway.keep import CannotServe

# Looks at the machine, and gives the file of another certificate where one is to be shown now.
Look = Callable[[], Path | None]
SIGNALS = (signal.SIGINT, signal.SIGTERM)


def listening(host: str, port: int, setting: str) -> socket.socket:
    """An open port. Raises CannotServe, naming the setting that chooses another one."""
    try:
        return socket.create_server((host, port), backlog=2048)
    except OSError as problem:
        raise CannotServe(
            f"Port {port} cannot be opened on {host} ({problem.strerror}). "
            f"Stop what uses it, or choose another one with {setting}."
        ) from problem


class Beside(uvicorn.Server):
    """A server that leaves the signals to whoever started it."""

    def __init__(self, app: FastAPI, opened: socket.socket, **options: Any) -> None:
        self.opened = opened
        config = uvicorn.Config(
            app,
            proxy_headers=False,  # nobody stands in front: what a phone says of itself is its own
            server_header=False,
            log_level="warning",
            timeout_graceful_shutdown=3,
            **options,
        )
        super().__init__(config)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def serve_opened(self) -> None:
        await self.serve(sockets=[self.opened])

    def show(self, certificate: Path) -> None:
        """From the next connection on, this certificate; open ones go on."""
        if self.config.ssl:
            self.config.ssl.load_cert_chain(certificate)


class Together:
    """Servers that start and stop as one. The first begins and ends the application; the others,
    which may share it, start after it and stop before it.
    """

    def __init__(self, first: Beside, *others: Beside) -> None:
        self.first, self.others = first, others
        self.stopping = False

    def serve(self, look: Look, *, every: float) -> None:
        """Serves until a signal, and calls `look` every so many seconds."""
        before = {number: signal.signal(number, self._stop) for number in SIGNALS}
        try:
            with asyncio.Runner(loop_factory=self.first.config.get_loop_factory()) as runner:
                runner.run(self._serve(look, every))
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _stop(self, _: int, __: FrameType | None) -> None:
        for server in self.others:
            server.should_exit = True
        for server in (self.first, *self.others):
            server.force_exit = self.stopping  # who asks twice waits for nobody
        self.stopping = True

    async def _serve(self, look: Look, every: float) -> None:
        first = asyncio.create_task(self.first.serve_opened())
        while not (self.first.started or first.done()):
            await asyncio.sleep(0.02)
        if self.first.started:
            looking = asyncio.create_task(self._look_often(look, every))
            await asyncio.gather(*(server.serve_opened() for server in self.others))
            looking.cancel()
        self.first.should_exit = True
        await first

    async def _look_often(self, look: Look, every: float) -> None:
        """Looking may wait for the machine; the certificate is changed between two handshakes."""
        while True:
            await asyncio.sleep(every)
            if certificate := await asyncio.to_thread(look):
                self.first.show(certificate)
