"""One server process of a simulation: the real application, and what breaks in it as told."""

import asyncio
import json
import os
import signal
import socket
from collections.abc import Callable
from typing import Any, Protocol

import httpx
from fastapi import FastAPI

from bench.faults.breaking import Breaking
from bench.faults.ledger import ledger_of_show
from bench.faults.staging import expire, sign_in_again, stage

ORIGIN = "https://showfloor.test"
OURS = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin", "Accept-Language": "en"}
LONGEST_LINE = 64 * 1024 * 1024
Frame = dict[str, Any]


class Passing(Protocol):
    """The time of the simulation, in milliseconds since 1970."""

    milliseconds: int


async def answer_frames(
    app: FastAPI, line: socket.socket, sabotage: Callable[[FastAPI], None], passing: Passing
) -> None:
    """Until the other end is closed, or this process is killed."""
    async with app.router.lifespan_context(app):
        sabotage(app)
        breaking = Breaking(app.state.database)
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        reader, writer = await asyncio.open_connection(sock=line, limit=LONGEST_LINE)
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=OURS) as client:
            while received := await reader.readline():
                frame = json.loads(received)
                passing.milliseconds = frame["now"]
                answer = await _answer(app, client, breaking, frame)
                writer.write(json.dumps(answer).encode() + b"\n")
                await writer.drain()
    os._exit(0)


async def _answer(
    app: FastAPI, client: httpx.AsyncClient, breaking: Breaking, frame: Frame
) -> Frame:
    database = app.state.database
    match frame["do"]:
        case "stage":
            return stage(database, frame["members"])
        case "expire":
            return expire(database, frame["token"])
        case "sign in":
            return sign_in_again(database, frame["member_id"])
        case "ledger":
            return await ledger_of_show(database, client, frame["show_id"], frame["token"])
        case _:
            return await _asked(client, breaking, frame)


async def _asked(client: httpx.AsyncClient, breaking: Breaking, frame: Frame) -> Frame:
    """A request of a phone. A fault that comes with it strikes while it is answered."""
    fault = frame.get("fault")
    request = client.build_request(
        frame["method"], frame["path"], content=frame["body"], headers=frame["headers"]
    )
    with breaking.armed(fault):
        answer, *_ = await asyncio.gather(
            *(client.send(request) for _ in range(frame.get("copies", 1)))
        )
    if fault and fault["kind"] == "server_killed":
        os.kill(os.getpid(), signal.SIGKILL)  # all was written, nobody has heard of it
    return {
        "status": answer.status_code,
        "body": answer.text,
        "struck": breaking.struck,
    }
