"""Who may do what, asked at every address there is."""

from collections.abc import Callable

import pytest
from fastapi import FastAPI
from httpx import Response
from starlette.testclient import TestClient

from app.db import Database
from tests import cast, samples
from tests.architecture.addresses import BODIES, Address, addresses_of
from tests.architecture.answers import ANSWERS, Line
from tests.cast import Person

# Those who may not ask first, so that nothing is changed before they have asked.
EVERYBODY: list[tuple[str, Person | None]] = [
    ("out", None),
    ("outsider", cast.OLU),
    ("booth", cast.SAM),
    ("sales", cast.LIN),
    ("manager", cast.MEI),
    ("owner", cast.HANA),
]


@pytest.fixture
def stage(database: Database, client: TestClient) -> TestClient:
    samples.lay_out(database)
    return client


def _answer_of(response: Response) -> str:
    """The word of the table for an answer."""
    if response.status_code == 401 or response.headers.get("location") == "/sign-in":
        return "sign-in"
    if response.status_code in (403, 404):
        return {403: "403", 404: "gone"}[response.status_code]
    return "ok" if response.status_code < 500 else str(response.status_code)


def test_every_address_has_its_line_in_the_table(app: FastAPI) -> None:
    there = {f"{address.method} {address.path}" for address in addresses_of(app)}
    declared = {str(line) for line in ANSWERS}

    assert there - declared == set(), "declare who may: a line in tests/architecture/answers.py"
    assert declared - there == set(), "nobody answers there any more"


def test_no_address_is_declared_twice() -> None:
    assert len({str(line) for line in ANSWERS}) == len(ANSWERS)


@pytest.mark.parametrize("line", ANSWERS, ids=str)
def test_an_address_answers_everybody_as_declared(
    line: Line,
    stage: TestClient,
    browser_of: Callable[[Person], TestClient],
    database: Database,
) -> None:
    path = Address(line.method, line.address).filled
    given = {}

    for column, person in EVERYBODY:
        browser = browser_of(person) if person else stage
        given[column] = _answer_of(
            browser.request(line.method, path, data=BODIES.get(line.address))
        )
        samples.call_back(database)

    assert given == {column: getattr(line, column) for column, _ in EVERYBODY}


@pytest.mark.parametrize(
    "line",
    [each for each in ANSWERS if each.address.startswith("/shows") and each.address.count("{") > 1],
    ids=str,
)
def test_a_show_of_ones_own_does_not_open_what_belongs_to_anothers(
    line: Line, stage: TestClient, browser_of: Callable[[Person], TestClient]
) -> None:
    path = Address(line.method, line.address).filled
    mixed = path.replace(str(cast.CANTON), str(cast.MUNICH))

    answer = browser_of(cast.OLU).request(line.method, mixed)

    assert mixed != path
    assert _answer_of(answer) == "gone"


def test_a_write_that_does_not_come_from_our_own_page_is_refused(
    stage: TestClient, browser_of: Callable[[Person], TestClient]
) -> None:
    browser = browser_of(cast.HANA)
    del browser.headers["Origin"]
    del browser.headers["Sec-Fetch-Site"]
    writes = [Address(line.method, line.address) for line in ANSWERS if line.method != "GET"]

    given = {
        write.path: browser.request(write.method, write.filled).status_code for write in writes
    }

    assert set(given.values()) == {403}, given
