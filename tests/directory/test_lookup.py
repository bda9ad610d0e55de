"""A badge that holds only a number, at a show with the organiser's list."""

from base64 import b64encode
from collections.abc import Callable
from typing import Any

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from app.capture.models import Capture
from app.db import Database
from app.leads.models import Lead
from tests import cast
from tests.cast import Person
from tests.listed import TILDA, put_on_list
from tests.phone import capture, sync

Browsers = Callable[[Person], TestClient]


@pytest.fixture
def phone(client: TestClient, browser_of: Browsers, database: Database) -> TestClient:
    """Sam's, at a show with a list."""
    with database.writing() as session:
        put_on_list(session, TILDA, ("R-2002", "", "Fjord AB"))
    return browser_of(cast.SAM)


def lead(database: Database) -> Lead:
    with database.reading() as session:
        return session.exec(select(Lead)).one()


def test_a_number_on_the_list_is_recorded_with_its_wearer(
    phone: TestClient, database: Database
) -> None:
    [verdict] = sync(phone, capture("R-2001"))

    assert (verdict["verdict"], verdict["lead"]["name"]) == ("recorded", "Tilda Bergmann")
    met = lead(database)
    assert (met.company, met.job_title, met.country) == (
        "Nordlicht Optik GmbH", "Head of Purchasing", "DE",
    )  # fmt: skip
    assert met.phones == [{"written": "089 5550100", "e164": "+49895550100"}]
    assert met.needs_look == ""


def test_a_number_is_found_however_the_code_writes_it(phone: TestClient) -> None:
    [verdict] = sync(phone, capture("*r-2001*"))

    assert verdict["lead"]["name"] == "Tilda Bergmann"


def test_a_company_alone_is_enough_to_be_recorded(phone: TestClient) -> None:
    [verdict] = sync(phone, capture("R-2002"))

    assert (verdict["verdict"], verdict["lead"]["company"]) == ("recorded", "Fjord AB")


def test_a_number_that_is_not_on_the_list_waits_for_it(
    phone: TestClient, database: Database
) -> None:
    [verdict] = sync(phone, capture("R-9999"))

    assert (verdict["verdict"], verdict["reason"]) == ("parked", "needs_directory")
    assert lead(database).needs_look == "needs_directory"


def test_what_staff_typed_goes_before_the_list(phone: TestClient, database: Database) -> None:
    sync(phone, capture("R-2001", fields={"name": "Tilly Berg"}))

    met = lead(database)
    assert (met.name, met.given_name, met.company) == (
        "Tilly Berg", "Tilly", "Nordlicht Optik GmbH",
    )  # fmt: skip


def test_what_the_badge_says_itself_goes_before_the_list(
    phone: TestClient, database: Database
) -> None:
    badge = "BEGIN:VCARD\r\nFN:T. Bergmann\r\nUID:R-2001\r\nEND:VCARD"

    sync(phone, capture(badge))

    met = lead(database)
    assert (met.name, met.given_name, met.company) == ("T. Bergmann", "T.", "Nordlicht Optik GmbH")


def test_a_list_helps_at_its_own_show_only(browser_of: Browsers, database: Database) -> None:
    with database.writing() as session:
        put_on_list(session, TILDA, show_id=cast.MUNICH, keeper=cast.OLU)

    with browser_of(cast.SAM) as phone:
        [verdict] = sync(phone, capture("R-2001"))

    assert verdict["reason"] == "needs_directory"


def test_the_same_capture_sent_again_is_known(phone: TestClient, database: Database) -> None:
    sent = capture("R-2001")

    sync(phone, sent)
    [verdict] = sync(phone, sent)

    assert verdict["verdict"] == "known"
    with database.reading() as session:
        assert session.exec(select(Capture)).one().state == "recorded"


def read(phone: TestClient, payload: str) -> dict[str, Any]:
    coded = b64encode(payload.encode()).decode()
    answer = phone.post("/badges/read", json={"show_id": str(cast.CANTON), "payload_b64": coded})
    said: dict[str, Any] = answer.json()
    return said


def test_the_sheet_shows_who_wears_a_number(phone: TestClient) -> None:
    said = read(phone, "R-2001")

    assert (said["name"], said["company"], said["needs"]) == (
        "Tilda Bergmann", "Nordlicht Optik GmbH", None,
    )  # fmt: skip


def test_the_sheet_still_says_that_a_number_waits_for_the_list(phone: TestClient) -> None:
    assert read(phone, "R-9999")["needs"] == "directory"
