from collections import Counter
from collections.abc import AsyncIterator

import anyio
import httpx
from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Response
from starlette.testclient import TestClient

from tests.conftest import ORIGIN

MANY = 100
OURS = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"}


async def _at_once(app: FastAPI, method: str, path: str, **sent: str) -> list[int]:
    """The answers to many requests that one server process is asked at the same moment."""
    answers: list[int] = []
    transport = httpx.ASGITransport(app)

    async def ask(browser: httpx.AsyncClient) -> None:
        answers.append((await browser.request(method, path, data=sent)).status_code)

    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=OURS) as browser:
        with anyio.fail_after(60):
            async with anyio.create_task_group() as group:
                for _ in range(MANY):
                    group.start_soon(ask, browser)
    return answers


def test_more_writes_at_once_than_there_are_threads_are_all_done(
    app: FastAPI, client: TestClient
) -> None:
    """Each keeps the turn to write from one step to the next, and every step takes a thread."""
    given = anyio.run(lambda: _at_once(app, "POST", "/language", language="en"))

    assert Counter(given) == {303: MANY}


def test_more_readers_at_once_than_there_are_connections_are_all_answered(
    app: FastAPI, client: TestClient
) -> None:
    given = anyio.run(lambda: _at_once(app, "GET", "/"))

    assert Counter(given) == {303: MANY}


def test_no_more_requests_are_under_way_than_threads(app: FastAPI, client: TestClient) -> None:
    under_way: list[int] = [0]
    most: list[int] = [0]

    @app.get("/counted")
    async def counted() -> Response:
        under_way[0] += 1
        most[0] = max(most[0], under_way[0])
        await anyio.sleep(0.01)
        under_way[0] -= 1
        return Response()

    async def ask() -> float:
        await _at_once(app, "GET", "/counted")
        return current_default_thread_limiter().total_tokens

    threads = anyio.run(ask)

    assert most == [threads]


def test_whoever_sends_slowly_keeps_nobody_waiting(app: FastAPI, client: TestClient) -> None:
    """As many as there are threads have begun to send a form, and do not go on."""

    async def slow_senders() -> int:
        transport = httpx.ASGITransport(app)
        async with (
            httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=OURS) as browser,
            anyio.create_task_group() as group,
        ):
            for _ in range(MANY):
                group.start_soon(_begin_to_send, browser)
            await anyio.sleep(0.1)
            with anyio.fail_after(20):
                answer = await browser.post("/language", data={"language": "en"})
            group.cancel_scope.cancel()
        return answer.status_code

    assert anyio.run(slow_senders) == 303


async def _begin_to_send(browser: httpx.AsyncClient) -> None:
    async def body() -> AsyncIterator[bytes]:
        yield b"language="
        await anyio.sleep_forever()

    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    await browser.post("/language", content=body(), headers=headers)
