"""A phone that was signed out hands in what it holds, once, and reads nothing any more."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import select
from starlette.testclient import TestClient

from app.accounts.models import Device
from app.capture.models import Capture
from app.db import Database
from app.kit.clock import now
from tests import cast
from tests.cast import Person
from tests.phone import batch, capture, sync

Browsers = Callable[[Person], TestClient]
REVOCATION = f"/devices/{cast.SAM.device_id}/revocation"


def _stored(database: Database) -> list[Capture]:
    with database.reading() as session:
        return list(session.exec(select(Capture)))


def _refused(phone: TestClient) -> bool:
    answer = phone.post("/captures/sync", json=batch(capture()))
    return (answer.status_code, answer.json()) == (401, {"error": "sign_in"})


def test_a_phone_that_was_signed_out_still_hands_in_its_captures(
    browser_of: Browsers, database: Database
) -> None:
    sams = browser_of(cast.SAM)
    browser_of(cast.MEI).post(REVOCATION)

    (verdict,) = sync(sams, capture())

    [stored] = _stored(database)
    assert verdict["verdict"] == "recorded"
    assert (stored.member_id, stored.device_id) == (cast.SAM.member_id, cast.SAM.device_id)


def test_the_phone_of_whoever_left_the_team_hands_in_its_captures_too(
    browser_of: Browsers,
) -> None:
    sams = browser_of(cast.SAM)
    browser_of(cast.MEI).post(f"/members/{cast.SAM.member_id}/departure")

    (verdict,) = sync(sams, capture())

    assert verdict["verdict"] == "recorded"


def test_the_phone_is_told_that_it_was_signed_out(browser_of: Browsers) -> None:
    sams = browser_of(cast.SAM)
    before = sams.post("/captures/sync", json=batch(capture())).json()
    browser_of(cast.MEI).post(REVOCATION)

    after = sams.post("/captures/sync", json=batch(capture())).json()

    assert (before["signed_out"], after["signed_out"]) == (False, True)


def test_handing_in_tells_nothing_of_a_lead(browser_of: Browsers) -> None:
    sams = browser_of(cast.SAM)
    sync(browser_of(cast.MEI), capture())
    browser_of(cast.MEI).post(REVOCATION)

    answer = sams.post("/captures/sync", json=batch(capture()))

    assert answer.json()["verdicts"][0]["lead"] is None
    assert "Mori" not in answer.text


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/captures"), ("GET", "/captures/new"), ("GET", "/leads"), ("GET", "/profile"),
        ("POST", "/badges/read"), ("POST", "/join-codes"), ("POST", "/sign-out"),
    ],
)  # fmt: skip
def test_nothing_else_opens_to_a_phone_that_was_signed_out(
    browser_of: Browsers, method: str, path: str
) -> None:
    sams = browser_of(cast.SAM)
    browser_of(cast.MEI).post(REVOCATION)

    answer = sams.request(method, path)

    assert answer.headers.get("location") == "/sign-in" or answer.status_code == 401


def test_the_door_shuts_after_a_week(browser_of: Browsers, database: Database) -> None:
    sams = browser_of(cast.SAM)
    browser_of(cast.MEI).post(REVOCATION)
    with database.reading() as session:
        until = session.get_one(Device, cast.SAM.device_id).door_until

    with database.writing() as session:
        session.execute(update(Device).values(door_until=now() - timedelta(seconds=1)))

    assert until is not None
    assert abs(until - now() - timedelta(days=7)) < timedelta(minutes=1)
    assert _refused(sams)
    assert _stored(database) == []


def test_signing_a_phone_out_again_does_not_open_its_door_again(
    browser_of: Browsers, database: Database
) -> None:
    sams = browser_of(cast.SAM)
    browser_of(cast.MEI).post(REVOCATION)
    with database.writing() as session:
        session.execute(update(Device).values(door_hash=None, door_until=None))

    browser_of(cast.MEI).post(REVOCATION)

    assert _refused(sams)


def test_who_signs_out_leaves_no_door_open(browser_of: Browsers) -> None:
    sams = browser_of(cast.SAM)
    sams.post("/sign-out")
    sams.cookies.set("sign_in", cast.SAM.token)

    assert _refused(sams)


def test_a_new_password_leaves_no_door_open(browser_of: Browsers) -> None:
    lins = browser_of(cast.LIN)
    changed: dict[str, Any] = {
        "name": cast.LIN.name, "role": "sales", "email": cast.LIN.email,
        "password": "another good password",
    }  # fmt: skip

    browser_of(cast.MEI).post(f"/members/{cast.LIN.member_id}", data=changed)

    assert _refused(lins)


def test_captures_never_go_to_another_exhibitor_than_theirs(
    browser_of: Browsers, database: Database
) -> None:
    olus, left_by_sam = browser_of(cast.OLU), {"Exhibitor": str(cast.KOGYO)}

    answer = olus.post("/captures/sync", json=batch(capture()), headers=left_by_sam)

    assert (answer.status_code, answer.json()) == (401, {"error": "sign_in"})
    assert _stored(database) == []


def test_the_sign_in_page_says_why_one_is_out_and_what_goes_on(browser_of: Browsers) -> None:
    sams = browser_of(cast.SAM)
    browser_of(cast.MEI).post(REVOCATION)

    page = sams.get("/sign-in").text

    assert "This phone was signed out by a manager." in page
    assert "Sam Okafor" not in page


def test_the_sign_in_page_says_so_to_nobody_else(client: TestClient) -> None:
    assert "signed out by a manager" not in client.get("/sign-in").text
