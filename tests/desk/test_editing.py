"""Correcting a lead, on both databases."""

import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from app.db import Database
from app.leads.models import LeadEdit
from tests import cast
from tests.cast import Person
from tests.leads_on_stage import lead_now, met

Browsers = Callable[[Person], TestClient]


@pytest.fixture
def aiko(browser_of: Browsers) -> UUID:
    return met(browser_of(cast.SAM), "Aiko Mori", "Mori KK", "R-1001", note="Bottles")


def opened(browser: TestClient, lead: UUID) -> dict[str, Any]:
    """The edit form as a browser would send it back untouched."""
    page = browser.get(f"/leads/{lead}/edit").text
    seen = re.search(r'name="seen" value="([^"]*)"', page)
    assert seen
    fields: dict[str, Any] = json.loads(unescape(seen[1]))
    return {**fields, "seen": json.dumps(fields)}


def save(browser: TestClient, lead: UUID, form: dict[str, Any], **typed: str) -> Any:
    return browser.post(f"/leads/{lead}", data={**form, **typed})


def edits(database: Database) -> list[LeadEdit]:
    with database.reading() as session:
        return list(session.exec(select(LeadEdit).order_by(LeadEdit.id)))  # type: ignore[arg-type]


def test_a_correction_is_kept_with_who_and_when(
    browser_of: Browsers, database: Database, aiko: UUID
) -> None:
    lin = browser_of(cast.LIN)

    save(lin, aiko, opened(lin, aiko), company="Mori GK", phones="020 7946 0000", country="GB")

    lead = lead_now(database, aiko)
    assert (lead.company, lead.country) == ("Mori GK", "GB")
    assert lead.phones == [{"written": "020 7946 0000", "e164": "+442079460000"}]
    (edit,) = edits(database)
    assert edit.changes["company"] == ["Mori KK", "Mori GK"]
    assert edit.member_id == cast.LIN.member_id
    assert "Mori GK" in lin.get(f"/leads/{aiko}?part=details").text


def test_saving_nothing_new_changes_nothing(
    browser_of: Browsers, database: Database, aiko: UUID
) -> None:
    save(browser_of(cast.LIN), aiko, opened(browser_of(cast.LIN), aiko))

    assert not edits(database)


def test_a_corrected_lead_is_found_by_its_new_name_and_its_notes(
    browser_of: Browsers, aiko: UUID
) -> None:
    lin = browser_of(cast.LIN)

    save(lin, aiko, opened(lin, aiko), name="森爱子")

    for words in ("senaizi", "bottles"):
        assert str(aiko) in lin.get(f"/leads?q={words}").text


def test_a_name_is_all_that_a_lead_to_look_at_needs(
    browser_of: Browsers, database: Database
) -> None:
    lin = browser_of(cast.LIN)
    lead = met(browser_of(cast.SAM), badge="100048")
    assert lead_now(database, lead).needs_look

    save(lin, lead, opened(lin, lead), name="Aiko Mori")

    assert not lead_now(database, lead).needs_look


def test_a_lead_is_met_again_by_an_address_typed_here(browser_of: Browsers, aiko: UUID) -> None:
    lin = browser_of(cast.LIN)
    save(lin, aiko, opened(lin, aiko), emails="aiko@mori.example")

    again = met(browser_of(cast.SAM), "A. Mori", email="aiko@mori.example")

    assert again == aiko


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("emails", "aiko@mori.example\nnobody", "One of these is not an e-mail address."),
        ("phones", "call me", "One of these is not a phone number."),
        ("name", "x" * 201, "This is too long: at most 200 characters."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_typed_text_is_kept(
    browser_of: Browsers, database: Database, aiko: UUID, field: str, typed: str, message: str
) -> None:
    lin = browser_of(cast.LIN)

    answer = save(lin, aiko, opened(lin, aiko), **{field: typed, "city": "Osaka"})

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert message in answer.text
    assert typed in answer.text
    assert not edits(database)


def test_two_members_who_change_different_fields_both_succeed(
    browser_of: Browsers, database: Database, aiko: UUID
) -> None:
    lin, mei = browser_of(cast.LIN), browser_of(cast.MEI)
    form = opened(lin, aiko)
    save(mei, aiko, opened(mei, aiko), city="Osaka")

    save(lin, aiko, form, company="Mori GK")

    lead = lead_now(database, aiko)
    assert (lead.city, lead.company) == ("Osaka", "Mori GK")


def test_nobody_overwrites_what_somebody_else_changed_unseen(
    browser_of: Browsers, database: Database, aiko: UUID
) -> None:
    lin, mei = browser_of(cast.LIN), browser_of(cast.MEI)
    form = opened(lin, aiko)
    save(mei, aiko, opened(mei, aiko), company="Mori GK")

    refused = save(lin, aiko, form, company="Mori Inc")

    assert refused.status_code == 422
    assert "Mei Chen changed this meanwhile to “Mori GK”" in refused.text
    assert 'value="Mori Inc"' in refused.text
    assert lead_now(database, aiko).company == "Mori GK"

    seen = re.search(r'name="seen" value="([^"]*)"', refused.text)
    assert seen
    save(lin, aiko, {**form, "seen": unescape(seen[1])}, company="Mori Inc")
    assert lead_now(database, aiko).company == "Mori Inc"
