"""Phones whose clock is wrong: both times are kept, and lists are in the order of what happened."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from app.capture.models import Capture
from app.db import Database
from app.kit.clock import now
from tests import cast
from tests.cast import Person
from tests.phone import batch, capture, sync

Browsers = Callable[[Person], TestClient]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def _listed(browser: TestClient) -> list[str]:
    return re.findall(r'class="row-title">([^<]+)<', browser.get("/captures").text)


def _stored(database: Database) -> Capture:
    with database.reading() as session:
        return session.exec(select(Capture)).one()


def test_the_captures_of_a_phone_set_to_yesterday_are_todays(browser_of: Browsers) -> None:
    sams = browser_of(cast.SAM)
    yesterday = now() - DAY

    sync(
        sams,
        capture(None, fields={"name": "First"}, captured_at=yesterday - timedelta(seconds=2)),
        capture(None, fields={"name": "Second"}, captured_at=yesterday - timedelta(seconds=1)),
        device_time=yesterday,
    )
    sync(sams, capture(None, fields={"name": "Third"}))

    assert _listed(sams) == ["Third", "Second", "First"]


def test_both_clocks_are_kept_beside_what_we_make_of_them(
    browser_of: Browsers, database: Database
) -> None:
    yesterday = now() - DAY

    sync(browser_of(cast.SAM), capture(captured_at=yesterday), device_time=yesterday)

    stored = _stored(database)
    assert stored.captured_at == yesterday
    assert abs(stored.received_at - now()) < timedelta(minutes=1)
    assert abs(stored.happened_at - now()) < timedelta(minutes=1)


def test_a_clock_that_was_set_before_sending_does_not_move_what_was_captured_before(
    browser_of: Browsers, database: Database
) -> None:
    scanned_at = now() - 2 * HOUR
    sent = capture(captured_at=scanned_at - DAY, skew_ms=86_400_000)

    sync(browser_of(cast.SAM), sent, device_time=now())

    assert _stored(database).happened_at == scanned_at


@pytest.mark.parametrize("skew_ms", [None, 86_400_000], ids=["of the batch", "its own"])
def test_no_capture_is_put_into_the_future(
    browser_of: Browsers, database: Database, skew_ms: int | None
) -> None:
    sent = capture(captured_at=now() + HOUR, skew_ms=skew_ms)

    sync(browser_of(cast.SAM), sent)

    assert _stored(database).happened_at == _stored(database).received_at


def test_the_answer_tells_the_phone_how_far_its_clock_is_behind(browser_of: Browsers) -> None:
    sent = batch(capture(), device_time=now() - 23 * HOUR)

    answer = browser_of(cast.SAM).post("/captures/sync", json=sent).json()

    assert abs(answer["skew_ms"] - 23 * 3_600_000) < 60_000
