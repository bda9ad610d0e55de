"""A real server on a port of its own, for a real browser."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from fastapi import FastAPI
from starlette.types import ASGIApp

from app.config import Settings
from app.main import create_app


@dataclass(frozen=True)
class Server:
    """A running Showfloor."""

    origin: str
    app: FastAPI

    @property
    def port(self) -> int:
        return int(self.origin.rpartition(":")[2])

    def url(self, path: str) -> str:
        return self.origin + path


@contextmanager
def serving(database_url: str, port: int = 0) -> Iterator[Server]:
    """Serve the database until the block ends, at a port of before or at any that is free."""
    with _listening(port) as listening:
        # "localhost", not the number: browsers take Secure cookies and give the camera there.
        origin = f"http://localhost:{listening.getsockname()[1]}"
        app = create_app(Settings(database_url=database_url, public_url=origin))
        with _running(app, listening):
            yield Server(origin, app)


@contextmanager
def standing_in(app: ASGIApp, port: int) -> Iterator[None]:
    """Somebody else answers at a port of before, as a captive portal does."""
    with _listening(port) as listening, _running(app, listening):
        yield


def _listening(port: int) -> socket.socket:
    return socket.create_server(("127.0.0.1", port))


@contextmanager
def _running(app: ASGIApp, listening: socket.socket) -> Iterator[None]:
    server = uvicorn.Server(
        uvicorn.Config(
            app, log_level="warning", timeout_graceful_shutdown=1,
            lifespan="on" if isinstance(app, FastAPI) else "off",
        )
    )  # fmt: skip
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        thread.join(0.01)
    yield
    server.should_exit = True
    thread.join(10)
