"""Captures that came before the list get from it what nobody has said."""

from collections.abc import Callable, Sequence
from html import unescape

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from app.capture.models import Capture
from app.db import Database
from app.leads.models import Interaction, Lead, LeadEdit
from tests import cast
from tests.cast import Person
from tests.imports.lists import RUBEN, TILDA, take_in
from tests.phone import capture, chips, sync

Browsers = Callable[[Person], TestClient]


@pytest.fixture
def phone(browser_of: Browsers) -> TestClient:
    return browser_of(cast.SAM)


def all_of(database: Database, table: type) -> Sequence:  # type: ignore[type-arg]
    with database.reading() as session:
        return session.exec(select(table)).all()


def test_a_capture_that_waited_for_the_list_is_recorded_with_its_name(
    manager: TestClient, phone: TestClient, database: Database
) -> None:
    sync(phone, capture("R-2001"))

    take_in(manager, TILDA)

    [lead], [kept] = all_of(database, Lead), all_of(database, Capture)
    assert (lead.name, lead.company, lead.needs_look) == (
        "Tilda Bergmann", "Nordlicht Optik GmbH", "",
    )  # fmt: skip
    assert (kept.state, kept.reason) == ("recorded", "")
    assert "bergmann" in lead.search_text


def test_what_happened_stays_as_it_was(
    manager: TestClient, phone: TestClient, database: Database
) -> None:
    sync(phone, capture("R-2001", interactions=chips("demo"), note="Wants two", rating="hot"))
    before = [(line.id, line.kind, line.note) for line in all_of(database, Interaction)]

    take_in(manager, TILDA)

    assert [(line.id, line.kind, line.note) for line in all_of(database, Interaction)] == before
    assert all_of(database, Lead)[0].rating == "hot"


def test_a_completion_is_an_edit_by_the_organisers_list(
    manager: TestClient, phone: TestClient, database: Database
) -> None:
    [verdict] = sync(phone, capture("R-2001"))

    take_in(manager, TILDA)

    [edit] = all_of(database, LeadEdit)
    assert (edit.member_id, edit.changes["name"]) == (None, ["", "Tilda Bergmann"])
    page = manager.get(verdict["lead"]["url"], params={"part": "details"}).text
    assert "The organiser's list" in unescape(page)


def test_what_people_said_always_wins(
    manager: TestClient, phone: TestClient, database: Database
) -> None:
    [verdict] = sync(phone, capture("R-2001", fields={"company": "Nordlicht"}))
    lead = {"name": "", "company": "", "badge_id": "R-2001", "seen": '{"company": "Nordlicht"}'}
    manager.post(verdict["lead"]["url"], data=lead)

    take_in(manager, TILDA)

    [lead_now] = all_of(database, Lead)
    assert (lead_now.name, lead_now.company) == ("Tilda Bergmann", "")


def test_a_name_that_the_badge_said_stays(
    manager: TestClient, phone: TestClient, database: Database
) -> None:
    sync(phone, capture("BEGIN:VCARD\r\nFN:T. Bergmann\r\nUID:R-2001\r\nEND:VCARD"))

    take_in(manager, TILDA)

    [lead] = all_of(database, Lead)
    assert (lead.name, lead.company) == ("T. Bergmann", "Nordlicht Optik GmbH")


def test_a_number_that_is_not_on_the_list_goes_on_waiting(
    manager: TestClient, phone: TestClient, database: Database
) -> None:
    sync(phone, capture("R-7777"))

    take_in(manager, TILDA)

    assert [kept.reason for kept in all_of(database, Capture)] == ["needs_directory"]


def test_the_same_list_again_completes_nothing_twice(
    manager: TestClient, phone: TestClient, database: Database
) -> None:
    sync(phone, capture("R-2001"), capture("R-2002"))
    take_in(manager, TILDA, RUBEN)

    take_in(manager, TILDA, RUBEN)

    assert len(all_of(database, LeadEdit)) == 2


def test_more_leads_than_fit_one_turn_are_all_completed(
    manager: TestClient, phone: TestClient, database: Database
) -> None:
    numbers = [f"R-{3000 + place}" for place in range(120)]
    for start in range(0, 120, 40):
        sync(phone, *(capture(number) for number in numbers[start : start + 40]))

    take_in(manager, *((number, "Ama", "Osei", "Lagos Steel Ltd", "", "") for number in numbers))

    assert {lead.name for lead in all_of(database, Lead)} == {"Ama Osei"}
