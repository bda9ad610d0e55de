"""Taking turns: as many requests are answered at a time as there are threads to do it."""

from tempfile import SpooledTemporaryFile
from typing import IO

from anyio import CapacityLimiter
from anyio.lowlevel import RunVar
from anyio.to_thread import current_default_thread_limiter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

IN_MEMORY = 1024 * 1024
PART = 256 * 1024
_turns: RunVar[CapacityLimiter] = RunVar("turns")


class Turns:
    """ASGI middleware. A request that has begun always finds a thread to go on in.

    A request takes a thread for each of its steps and keeps its turn to write, or its connection,
    between them. Were more requests under way than there are threads, all threads could come to
    wait for one that waits for a thread: for ever.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith("/static/"):
            await self.app(scope, receive, send)
            return
        with SpooledTemporaryFile(IN_MEMORY) as body:
            if await _arrived(receive, body):  # whoever sends slowly has no turn meanwhile
                async with _limiter():
                    await self.app(scope, _again(body, receive), send)


def _limiter() -> CapacityLimiter:
    try:
        return _turns.get()
    except LookupError:
        made = CapacityLimiter(current_default_thread_limiter().total_tokens)
        _turns.set(made)
        return made


async def _arrived(receive: Receive, body: IO[bytes]) -> bool:
    """All of a request, a large one in a file; False where its sender went away."""
    message = await receive()
    while message["type"] == "http.request":
        body.write(message.get("body", b""))
        if not message.get("more_body"):
            body.seek(0)
            return True
        message = await receive()
    return False


def _again(body: IO[bytes], receive: Receive) -> Receive:
    is_over = False

    async def again() -> Message:
        nonlocal is_over
        if is_over:
            return await receive()
        part = body.read(PART)
        is_over = len(part) < PART
        return {"type": "http.request", "body": part, "more_body": not is_over}

    return again
