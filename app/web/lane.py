"""A lane of its own for the one address that is asked a thousand times more than any other."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

Endpoint = Callable[[Request], Awaitable[Response]]


class Lane:
    """ASGI middleware. Leads one address straight to its endpoint, past all that finds others.

    The endpoint answers whatever happens, refusals included, and takes no thread while it waits.
    It is a route as well, so that it stands in the list of all routes and other methods get 405.
    """

    def __init__(self, app: ASGIApp, *, path: str, endpoint: Endpoint) -> None:
        self.app = app
        self._path = path
        self._endpoint = endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == self._path and scope["method"] == "POST":
            answer = await self._endpoint(Request(scope, receive))
            await answer(scope, receive, send)
        else:
            await self.app(scope, receive, send)
