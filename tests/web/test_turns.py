from collections.abc import AsyncIterator

import anyio
import httpx
from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Response
from starlette.testclient import TestClient

from tests.crowd import Ask, asked_at_once, browsing

MANY = 100


def test_more_writes_at_once_than_there_are_threads_are_all_done(
    app: FastAPI, client: TestClient
) -> None:
    """Each keeps the turn to write from one step to the next, and every step takes a thread."""
    given = asked_at_once(app, [Ask("POST", "/language", {"language": "en"})] * MANY)

    assert given == {303: MANY}


def test_more_readers_at_once_than_there_are_connections_are_all_answered(
    app: FastAPI, client: TestClient
) -> None:
    assert asked_at_once(app, [Ask("GET", "/")] * MANY) == {303: MANY}


def test_as_many_requests_are_under_way_as_there_are_threads(
    app: FastAPI, client: TestClient
) -> None:
    under_way: list[object] = []
    most: list[int] = []
    threads: set[float] = set()

    @app.get("/counted")
    async def counted() -> Response:
        under_way.append(None)
        most.append(len(under_way))
        threads.add(current_default_thread_limiter().total_tokens)
        await anyio.sleep(0.05)
        under_way.pop()
        return Response()

    asked_at_once(app, [Ask("GET", "/counted")] * MANY)

    assert {max(most)} == threads


def test_whoever_sends_slowly_keeps_nobody_waiting(app: FastAPI, client: TestClient) -> None:
    """More than there are threads have begun to send a form, and do not go on."""

    async def beside_slow_senders() -> int:
        async with browsing(app) as browser, anyio.create_task_group() as group:
            for _ in range(MANY):
                group.start_soon(_begin_to_send, browser)
            await anyio.sleep(0.1)
            with anyio.fail_after(20):
                answer = await browser.post("/language", data={"language": "en"})
            group.cancel_scope.cancel()
        return answer.status_code

    assert anyio.run(beside_slow_senders) == 303


async def _begin_to_send(browser: httpx.AsyncClient) -> None:
    async def body() -> AsyncIterator[bytes]:
        yield b"language="
        await anyio.sleep_forever()

    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    await browser.post("/language", content=body(), headers=headers)
