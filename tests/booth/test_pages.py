"""What managers see of the booth's phones."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlmodel import col
from starlette.testclient import TestClient

from app.accounts.models import Device, Member
from app.db import Database
from app.kit.clock import now
from app.shows.days import local_day
from app.shows.models import Show
from tests import cast
from tests.booth.test_reports import report
from tests.cast import Person
from tests.phone import batch, capture

Browsers = Callable[[Person], TestClient]
SAMS = f"/devices/{cast.SAM.device_id}"
DAY = timedelta(days=1)


def _close_canton(database: Database) -> None:
    """Today is the last day."""
    today = local_day(now(), "Asia/Shanghai")
    with database.writing() as session:
        last = update(Show).where(col(Show.id) == cast.CANTON).values(ends_on=today)
        session.execute(last)


def test_every_phone_is_listed_those_in_trouble_first(browser_of: Browsers) -> None:
    report(browser_of(cast.SAM), waiting=3, oldest_saved_at=now().isoformat())

    page = browser_of(cast.MEI).get("/devices").text

    assert "3 waiting, oldest" in page
    assert page.index(">Sam Okafor<") < min(
        page.index(f">{name}<") for name in ("Hana Sato", "Lin Wei")
    )
    assert "One phone still holds 3 captures: Sam Okafor (Phone)." in page


def test_only_ones_own_exhibitors_phones_are_listed(browser_of: Browsers) -> None:
    report(browser_of(cast.SAM), waiting=3)

    page = browser_of(cast.OLU).get("/devices").text

    assert "Olu Ade" in page
    assert "Sam Okafor" not in page
    assert browser_of(cast.OLU).get(SAMS).status_code == 404


def test_signing_a_phone_out_asks_first_and_says_what_it_holds(browser_of: Browsers) -> None:
    report(browser_of(cast.SAM), waiting=3, is_kept=False)

    page = browser_of(cast.MEI).get(SAMS).text

    assert "Sign this phone out?" in page
    assert "It last said: 3 waiting" in page
    assert f'action="{SAMS}/revocation"' in page


def test_one_does_not_sign_oneself_out_from_there(browser_of: Browsers) -> None:
    page = browser_of(cast.MEI).get(f"/devices/{cast.MEI.device_id}").text

    assert "/revocation" not in page


def test_a_manager_looks_at_an_owners_phone_and_leaves_it_alone(browser_of: Browsers) -> None:
    page = browser_of(cast.MEI).get(f"/devices/{cast.HANA.device_id}").text

    assert "Hana Sato" in page
    assert "/revocation" not in page
    assert browser_of(cast.MEI).post(f"/devices/{cast.HANA.device_id}/loss").status_code == 403


def test_a_phone_that_is_out_stays_listed_until_it_is_done(browser_of: Browsers) -> None:
    sams, manager = browser_of(cast.SAM), browser_of(cast.MEI)
    report(sams, waiting=2)
    manager.post(f"{SAMS}/revocation")

    before = manager.get("/devices").text
    report(sams, waiting=0)
    after = manager.get("/devices").text

    assert "Signed out, and not done yet" in before
    assert "hands in until" in before
    assert "Sam Okafor" not in after


def test_who_signed_out_with_captures_on_the_phone_is_not_forgotten(browser_of: Browsers) -> None:
    sams = browser_of(cast.SAM)
    report(sams, waiting=2)

    sams.post("/sign-out")

    assert (
        "One phone still holds 2 captures: Sam Okafor" in browser_of(cast.MEI).get("/devices").text
    )


def test_a_phone_given_up_hands_nothing_in_and_is_waited_for_no_more(browser_of: Browsers) -> None:
    sams, manager = browser_of(cast.SAM), browser_of(cast.MEI)
    report(sams, waiting=2)
    manager.post(f"{SAMS}/revocation")

    answer = manager.post(f"{SAMS}/loss")

    assert answer.headers["location"] == "/devices"
    assert sams.post("/captures/sync", json=batch(capture())).status_code == 401
    assert "Sam Okafor" not in manager.get("/devices").text


def test_a_phone_given_up_at_once_is_out(browser_of: Browsers) -> None:
    sams = browser_of(cast.SAM)

    browser_of(cast.MEI).post(f"{SAMS}/loss")

    assert sams.get("/profile").headers["location"] == "/sign-in"
    assert sams.post("/captures/sync", json=batch(capture())).status_code == 401


def test_captures_handed_in_late_are_listed_with_their_phone(browser_of: Browsers) -> None:
    sams, manager = browser_of(cast.SAM), browser_of(cast.MEI)
    manager.post(f"{SAMS}/revocation")
    sams.post("/captures/sync", json=batch(capture(captured_at=now() - timedelta(hours=1))))
    sams.post("/captures/sync", json=batch(capture(None, fields={"name": "Made Up"})))

    page = manager.get("/devices/handed-in").text

    assert "Aiko Mori" in page
    assert page.count("captured after it") == 1
    assert "Aiko Mori" not in browser_of(cast.OLU).get("/devices/handed-in").text


def test_what_waits_for_a_day_is_an_alarm_on_every_page_of_a_manager(browser_of: Browsers) -> None:
    report(browser_of(cast.SAM), waiting=1, oldest_saved_at=(now() - DAY * 1.1).isoformat())
    manager = browser_of(cast.MEI)

    alarm, drain = manager.get("/devices/alarm").text, manager.get("/devices/drain").text

    assert "1 phone holds captures" in alarm
    assert "One phone holds captures that are older than a day: Sam Okafor" in drain
    assert 'hx-get="/devices/alarm"' in manager.get("/leads").text


def test_nothing_is_said_where_nothing_is_wrong(browser_of: Browsers) -> None:
    report(browser_of(cast.SAM), waiting=2)
    manager = browser_of(cast.MEI)

    assert manager.get("/devices/alarm").text.strip() == ""
    assert manager.get("/devices/drain").text.strip() == ""


@pytest.mark.parametrize(
    ("waiting", "said"),
    [(0, "All phones are drained."), (2, "One phone still holds 2 captures: Sam Okafor")],
)
def test_on_the_last_day_managers_are_told_whether_all_phones_are_drained(
    browser_of: Browsers, database: Database, waiting: int, said: str
) -> None:
    _close_canton(database)
    report(browser_of(cast.SAM), waiting=waiting)

    page = browser_of(cast.MEI).get("/devices/drain").text

    assert "Last day of Canton 2026." in page
    assert said in page


@pytest.mark.parametrize("person", [cast.SAM, cast.LIN], ids=["booth", "sales"])
def test_only_managers_are_told(browser_of: Browsers, person: Person) -> None:
    browser = browser_of(person)

    pages = browser.get("/captures").text + browser.get("/more").text

    assert 'hx-get="/devices' not in pages
    assert 'href="/devices' not in pages


def test_script_in_a_name_is_shown_as_text(browser_of: Browsers, database: Database) -> None:
    with database.writing() as session:
        session.get_one(Member, cast.SAM.member_id).name = "<script>alert(1)</script>"
        session.get_one(Device, cast.SAM.device_id).name = "<img src=x>"
    report(browser_of(cast.SAM), waiting=1, version="<img src=y>")
    manager = browser_of(cast.MEI)

    shown = [manager.get(path).text for path in ("/devices", SAMS, "/devices/drain")]

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown[0]
    assert not [page for page in shown if "<script>alert" in page or "<img src=x" in page]
