"""Taking turns: as many requests are answered at a time as there are threads to do it."""

from collections import deque

from anyio import CapacityLimiter
from anyio.lowlevel import RunVar
from anyio.to_thread import current_default_thread_limiter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
        elif arrived := await _arrived(receive):  # whoever sends slowly has no turn meanwhile
            async with _limiter():
                await self.app(scope, _again(arrived, receive), send)


def _limiter() -> CapacityLimiter:
    try:
        return _turns.get()
    except LookupError:
        made = CapacityLimiter(current_default_thread_limiter().total_tokens)
        _turns.set(made)
        return made


async def _arrived(receive: Receive) -> deque[Message]:
    """All of a request; nothing where its sender went away."""
    messages = deque([await receive()])
    while messages[-1].get("more_body"):
        messages.append(await receive())
    return messages if messages[-1]["type"] == "http.request" else deque()


def _again(messages: deque[Message], receive: Receive) -> Receive:
    async def again() -> Message:
        return messages.popleft() if messages else await receive()

    return again
