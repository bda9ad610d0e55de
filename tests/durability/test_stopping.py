"""Told to stop, the server answers who waits, gives up on who does not listen, and ends well."""

import socket
import time
from pathlib import Path

from sqlmodel import select

from app.capture.models import Capture
from app.db import Database
from app.leads.models import Lead
from tests import cast
from tests.durability.running import Crowd, Running, serving

SOON = 15.0  # streams get three seconds; the rest is for a busy machine
LEADS = 5_000


def test_who_waits_is_answered_and_an_open_stream_holds_nothing_up(
    database_url: str, database: Database, tmp_path: Path
) -> None:
    _many_leads(database)
    with serving(database_url, tmp_path) as running:
        crowd = Crowd(running)
        export, idle = _deaf_export(running), _keeping_alive(running)
        with crowd.sending():
            running.process.terminate()
            began = time.monotonic()
            code = running.process.wait(60)
            took = time.monotonic() - began
        export.close()
        idle.close()

    with database.reading() as session:
        stored = {str(each) for each in session.exec(select(Capture.id))}
    assert code == 0, running.said.read_text()
    assert took < SOON
    assert stored == set(crowd.acknowledged)


def _many_leads(database: Database) -> None:
    with database.writing() as session:
        session.add_all(
            Lead(
                exhibitor_id=cast.KOGYO,
                name=f"Visitor {number}",
                address="x" * 1000,
                first_met_at=cast.SECOND_DAY,
                last_met_at=cast.SECOND_DAY,
            )
            for number in range(LEADS)
        )


def _asking(running: Running, path: str, token: str) -> socket.socket:
    host, port = running.origin.removeprefix("http://").split(":")
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    made.connect((host, int(port)))
    made.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: sign_in={token}\r\n\r\n".encode())
    return made


def _deaf_export(running: Running) -> socket.socket:
    """Somebody has begun to load a long export, and reads no further."""
    made = _asking(running, "/exports/leads.csv", cast.MEI.token)
    assert made.recv(64).startswith(b"HTTP/1.1 200")
    return made


def _keeping_alive(running: Running) -> socket.socket:
    """A browser that has its answer and keeps the connection."""
    made = _asking(running, "/health", "")
    assert made.recv(64).startswith(b"HTTP/1.1 200")
    return made
