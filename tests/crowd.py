"""Many who ask one server process at the same moment."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import anyio
import httpx
from fastapi import FastAPI

from tests.cast import Person
from tests.conftest import ORIGIN


class Ask(NamedTuple):
    """One request: a form where `form` is given."""

    method: str
    path: str
    form: dict[str, Any] | None = None


def browsing(app: FastAPI, person: Person | None = None) -> httpx.AsyncClient:
    cookies = {"sign_in": person.token} if person else {}
    headers = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin", "Accept-Language": "en"}
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=headers, cookies=cookies)


def asked_at_once(app: FastAPI, asks: Sequence[Ask], person: Person | None = None) -> Counter[int]:
    """How often each status was the answer. Whatever takes a minute has stopped for ever."""
    answers: Counter[int] = Counter()

    async def one(browser: httpx.AsyncClient, ask: Ask) -> None:
        answer = await browser.request(ask.method, ask.path, data=ask.form)
        answers[answer.status_code] += 1

    async def all_of_them() -> None:
        async with browsing(app, person) as browser:
            with anyio.fail_after(60):
                async with anyio.create_task_group() as group:
                    for ask in asks:
                        group.start_soon(one, browser, ask)

    anyio.run(all_of_them)
    return answers
