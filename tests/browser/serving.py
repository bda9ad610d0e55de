"""A real server on a port of its own, for a real browser."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from fastapi import FastAPI

from app.config import Settings
from app.main import create_app


@dataclass(frozen=True)
class Server:
    """A running Showfloor."""

    origin: str
    app: FastAPI

    def url(self, path: str) -> str:
        return self.origin + path


@contextmanager
def serving(database_url: str) -> Iterator[Server]:
    """Serve the database until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        # "localhost", not the number: browsers take Secure cookies and give the camera there.
        origin = f"http://localhost:{listening.getsockname()[1]}"
        app = create_app(Settings(database_url=database_url, public_url=origin))
        server = uvicorn.Server(
            uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1)
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            thread.join(0.01)
        yield Server(origin, app)
        server.should_exit = True
        thread.join(10)
