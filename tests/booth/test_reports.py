"""Phones say what they hold."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import Response
from sqlmodel import select
from starlette.testclient import TestClient

from app.accounts.models import Device, SignIn
from app.accounts.secrets import hashed_token
from app.booth.models import PhoneReport
from app.capture.models import Capture
from app.db import Database
from app.kit.clock import now
from tests import cast
from tests.cast import Person
from tests.phone import batch, capture

Browsers = Callable[[Person], TestClient]
SAMS_PHONE = str(UUID(int=7001))
DAY = timedelta(days=1)


def report(browser: TestClient, **said: Any) -> Response:
    sent = {"phone_id": SAMS_PHONE, "device_time": now().isoformat(), "waiting": 0} | said
    answer: Response = browser.post("/devices/report", json=sent)
    return answer


def _reports(database: Database) -> list[PhoneReport]:
    with database.reading() as session:
        return list(session.exec(select(PhoneReport)))


def _sign_out(browser_of: Browsers) -> None:
    browser_of(cast.MEI).post(f"/devices/{cast.SAM.device_id}/revocation")


def test_a_phones_last_word_counts(browser_of: Browsers, database: Database) -> None:
    sams = browser_of(cast.SAM)
    report(sams, waiting=5, refused=1, photos=2, is_kept=False, version="abc")

    report(sams, waiting=3)

    [kept] = _reports(database)
    assert (kept.device_id, kept.waiting, kept.refused, kept.photos) == (
        cast.SAM.device_id,
        3,
        0,
        0,
    )


def test_the_oldest_is_told_at_our_clock(browser_of: Browsers, database: Database) -> None:
    yesterday = now() - DAY
    oldest = (yesterday - timedelta(hours=2)).isoformat()

    report(
        browser_of(cast.SAM), waiting=1, device_time=yesterday.isoformat(), oldest_saved_at=oldest
    )

    [kept] = _reports(database)
    assert kept.oldest_at is not None
    assert abs(kept.oldest_at - (now() - timedelta(hours=2))) < timedelta(minutes=1)
    assert abs(kept.skew_ms - 86_400_000) < 60_000


def test_nothing_is_older_than_no_time_at_all(browser_of: Browsers, database: Database) -> None:
    report(browser_of(cast.SAM), waiting=1, oldest_saved_at=(now() + DAY).isoformat())

    [kept] = _reports(database)
    assert kept.oldest_at == kept.reported_at


def test_a_phone_learns_how_far_its_clock_is_off(browser_of: Browsers) -> None:
    ahead = (now() + timedelta(hours=3)).isoformat()

    answer = report(browser_of(cast.SAM), device_time=ahead).json()

    assert abs(answer["skew_ms"] + 3 * 3_600_000) < 60_000


@pytest.mark.parametrize(
    "said",
    [
        {"waiting": -1}, {"waiting": "many"}, {"waiting": 10**9}, {"phone_id": "mine"},
        {"device_time": "noon"}, {"device_time": "0001-01-01T00:00:00Z"}, {"version": "v" * 41},
    ],
)  # fmt: skip
def test_what_cannot_be_is_not_kept(
    browser_of: Browsers, database: Database, said: dict[str, Any]
) -> None:
    answer = report(browser_of(cast.SAM), **said)

    assert answer.status_code == 400
    assert _reports(database) == []


def test_what_a_phone_holds_moves_along_when_somebody_else_signs_in_on_it(
    browser_of: Browsers, database: Database
) -> None:
    report(browser_of(cast.SAM), waiting=3)

    report(browser_of(cast.LIN), waiting=3)

    assert [kept.device_id for kept in _reports(database)] == [cast.LIN.device_id]


def test_another_exhibitors_report_of_the_same_phone_changes_nothing_of_ours(
    browser_of: Browsers, database: Database
) -> None:
    report(browser_of(cast.SAM), waiting=3)

    report(browser_of(cast.OLU), waiting=0)

    assert {kept.exhibitor_id: kept.waiting for kept in _reports(database)} == {
        cast.KOGYO: 3,
        cast.BRIGHTLINE: 0,
    }


def test_a_managers_phone_learns_how_many_phones_to_see_to(browser_of: Browsers) -> None:
    long_ago = (now() - DAY * 1.1).isoformat()
    sams = report(browser_of(cast.SAM), waiting=1, oldest_saved_at=long_ago).json()

    meis = report(browser_of(cast.MEI), phone_id=str(UUID(int=7002))).json()
    olus = report(browser_of(cast.OLU), phone_id=str(UUID(int=7003))).json()

    assert (sams["alarm"], meis["alarm"], olus["alarm"]) == (0, 1, 0)


def test_a_signed_out_phone_that_holds_nothing_more_has_had_its_turn(
    browser_of: Browsers, database: Database
) -> None:
    sams = browser_of(cast.SAM)
    _sign_out(browser_of)

    first = report(sams, waiting=2).json()
    last = report(sams, waiting=0).json()

    assert [(said["signed_out"], said["is_done"]) for said in (first, last)] == [
        (True, False),
        (True, True),
    ]
    assert sams.post("/captures/sync", json=batch(capture())).status_code == 401


def test_the_door_stays_open_for_a_capture_that_needs_a_look(browser_of: Browsers) -> None:
    sams = browser_of(cast.SAM)
    _sign_out(browser_of)

    answer = report(sams, waiting=0, refused=1).json()

    assert answer["is_done"] is False


def test_captures_after_a_sign_out_are_marked(browser_of: Browsers, database: Database) -> None:
    sams = browser_of(cast.SAM)
    sams.post("/captures/sync", json=batch(capture(note="before")))
    _sign_out(browser_of)

    sams.post("/captures/sync", json=batch(capture(note="after")))

    with database.reading() as session:
        marked = {each.body["note"]: each.after_sign_out for each in session.exec(select(Capture))}
    assert marked == {"before": False, "after": True}


def test_a_phone_whose_member_came_back_on_it_waits_at_no_door(
    browser_of: Browsers, database: Database
) -> None:
    sams = browser_of(cast.SAM)
    report(sams, waiting=1)
    _sign_out(browser_of)
    with database.writing() as session:
        again = Device(exhibitor_id=cast.KOGYO, member_id=cast.SAM.member_id, name="Phone")
        session.add(again)
        session.flush()
        session.add(
            SignIn(
                exhibitor_id=cast.KOGYO,
                member_id=cast.SAM.member_id,
                device_id=again.id,
                token_hash=hashed_token("again"),
                expires_at=now() + DAY,
            )
        )
    sams.cookies.set("sign_in", "again", domain="showfloor.test")

    report(sams, waiting=1)

    with database.reading() as session:
        assert session.get_one(Device, cast.SAM.device_id).door_hash is None
    assert [kept.device_id for kept in _reports(database)] == [again.id]
