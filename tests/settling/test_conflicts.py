"""Two versions of one capture: a person says which is right."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from app.consent.models import Consent
from app.db import Database
from app.demo.service import remove_demo
from app.kit.ids import new_id
from app.leads.models import FollowUp, Interaction, Lead, LeadAtShow, LeadKey, Merge
from app.qualifiers.models import Answer
from app.shows.models import Show
from tests import cast
from tests.cast import Person
from tests.phone import AIKO, capture, chips, sync
from tests.settling.stage import (
    BOB,
    FIRST,
    SECOND,
    capture_now,
    captures,
    choose,
    conflict_of,
    kinds,
    leads,
    rows_of,
    twice,
)

Browsers = Callable[[Person], TestClient]


def whole_ledger(database: Database) -> dict[UUID, tuple[Any, ...]]:
    with database.reading() as session:
        lines = session.exec(select(Interaction))
        return {line.id: (line.kind, line.note, line.at) for line in lines}


def test_the_first_version_stays_as_it_is_and_it_is_known_who_said_so(
    browser_of: Browsers, database: Database
) -> None:
    sam = browser_of(cast.SAM)
    sent = capture(**FIRST)
    twice(sam, sent, **SECOND)
    (before,) = leads(database)

    choose(sam, sent, "first", database)

    conflict = conflict_of(database, sent)
    assert leads(database) == [before]
    assert (conflict.choice, conflict.settled_by_id) == ("first", cast.SAM.member_id)
    assert conflict.settled_at is not None


@pytest.mark.parametrize(("badge", "arrival"), [(AIKO, "scan"), (None, "met")])
def test_after_the_second_is_taken_the_lead_is_as_if_the_first_had_never_come(
    badge: str | None, arrival: str, browser_of: Browsers, database: Database
) -> None:
    mei = browser_of(cast.MEI)
    sent = capture(badge, **FIRST)
    twice(mei, sent, **SECOND)
    (before,) = leads(database)

    choose(mei, sent, "second", database)

    (lead,) = leads(database)
    assert (lead.id, lead.name, lead.rating) == (before.id, "Aiko Right", "cold")
    assert "wrong@mori.example" not in lead.emails
    assert ("not so" in lead.search_text, "this is so" in lead.search_text) == (False, True)
    assert kinds(database, lead) == sorted([arrival, "rated_cold", "sample"])
    assert [rows_of(database, table, lead) for table in (Answer, Consent, FollowUp)] == [[], [], []]
    assert len(captures(database)) == 1


def test_the_tag_is_that_of_the_second_alone(browser_of: Browsers, database: Database) -> None:
    mei = browser_of(cast.MEI)
    sent = capture(**FIRST)
    twice(mei, sent, rating=None, interactions=[], captured_at=sent["captured_at"])
    alone = {**sent, "capture_id": str(new_id()), "rating": None, "interactions": []}
    sync(mei, {**alone, "payload_b64": None, "fields": {"name": "Control"}, "source": "typed"})

    choose(mei, sent, "second", database)

    aiko, control = sorted(leads(database), key=lambda lead: lead.name)
    assert aiko.active_until == control.active_until
    (at_show,) = rows_of(database, LeadAtShow, aiko)
    assert at_show.active_until == aiko.active_until


def test_nobody_is_known_any_more_by_what_only_the_first_said(
    browser_of: Browsers, database: Database
) -> None:
    mei = browser_of(cast.MEI)
    sent = capture(**FIRST)
    twice(mei, sent, **SECOND)

    choose(mei, sent, "second", database)

    (lead,) = leads(database)
    keys = {key.key.split(":")[0] for key in rows_of(database, LeadKey, lead)}
    assert keys == {"badge", "email"}
    assert "email:wrong@mori.example" not in {key.key for key in rows_of(database, LeadKey, lead)}


def test_what_was_edited_at_the_desk_since_stays(browser_of: Browsers, database: Database) -> None:
    mei = browser_of(cast.MEI)
    sent = capture(**FIRST)
    twice(mei, sent, fields={})
    (lead,) = leads(database)
    mei.post(f"/leads/{lead.id}", data={"name": "Aiko M. Mori", "city": "Osaka", "seen": "{}"})
    mei.post(f"/leads/{lead.id}/interactions", data={"kind": "note", "note": "rang her"})

    choose(mei, sent, "second", database)

    (lead,) = leads(database)
    assert (lead.name, lead.city) == ("Aiko M. Mori", "Osaka")
    assert "note" in kinds(database, lead)


def test_a_second_version_with_another_badge_is_another_person(
    browser_of: Browsers, database: Database
) -> None:
    mei = browser_of(cast.MEI)
    sent = capture(AIKO)
    twice(mei, sent, payload_b64=capture(BOB)["payload_b64"])
    (aiko,) = leads(database)

    choose(mei, sent, "second", database)

    (bob,) = leads(database)
    assert (bob.name, kinds(database, bob)) == ("Bob Stone", ["scan"])
    assert mei.get(f"/leads/{aiko.id}").headers["location"] == f"/leads/{bob.id}"
    (verdict,) = sync(mei, capture(AIKO))
    assert verdict["lead"]["name"] == "Aiko Mori"


def test_a_lead_that_was_met_otherwise_too_keeps_that(
    browser_of: Browsers, database: Database
) -> None:
    mei = browser_of(cast.MEI)
    sync(mei, capture(AIKO, interactions=chips("sample")))
    sent = capture(AIKO, interactions=chips("demo"))
    twice(mei, sent, payload_b64=capture(BOB)["payload_b64"], interactions=[])

    choose(mei, sent, "second", database)

    aiko, bob = sorted(leads(database), key=lambda lead: lead.name)
    assert (kinds(database, aiko), kinds(database, bob)) == (["sample", "scan"], ["scan"])


def test_both_versions_are_two_captures_from_then_on(
    browser_of: Browsers, database: Database
) -> None:
    sam = browser_of(cast.SAM)
    sent = capture(AIKO, interactions=chips("demo"))
    twice(sam, sent, interactions=chips("sample"))

    choose(sam, sent, "both", database)

    (lead,) = leads(database)
    assert kinds(database, lead) == ["demo", "sample", "scan", "scan"]
    assert {each.id for each in captures(database)} == {
        UUID(sent["capture_id"]), conflict_of(database, sent).became_id,
    }  # fmt: skip


def test_what_is_added_later_to_the_first_goes_to_the_lead_of_the_second(
    browser_of: Browsers, database: Database
) -> None:
    sam = browser_of(cast.SAM)
    sent = capture(AIKO)
    twice(sam, sent, payload_b64=capture(BOB)["payload_b64"])
    choose(sam, sent, "second", database)

    sync(sam, capture(None, adds_to=sent["capture_id"], note="later"))

    (bob,) = leads(database)
    assert kinds(database, bob) == ["note", "scan"]


def test_what_was_set_aside_is_still_there_unchanged(
    browser_of: Browsers, database: Database
) -> None:
    sam = browser_of(cast.SAM)
    sent = capture(**FIRST)
    twice(sam, sent, **SECOND)
    with database.reading() as session:
        before = {
            line.id: (line.kind, line.note, line.at) for line in session.exec(select(Interaction))
        }

    choose(sam, sent, "second", database)

    with database.reading() as session:
        after = {
            line.id: (line.kind, line.note, line.at) for line in session.exec(select(Interaction))
        }
    assert before.items() <= after.items()
    assert capture_now(database, sent).body["note"] == "not so"


def test_a_lead_that_was_merged_meanwhile_gets_the_second_and_gives_it_back(
    browser_of: Browsers, database: Database
) -> None:
    mei = browser_of(cast.MEI)
    sent = capture(AIKO, interactions=chips("demo"))
    twice(mei, sent, interactions=chips("sample"))
    (aiko,) = leads(database)
    (verdict,) = sync(mei, capture(None, fields={"name": "A. Mori"}))
    kept = verdict["lead"]["id"]
    mei.post(f"/leads/{kept}/merge", data={"other_id": str(aiko.id)})

    choose(mei, sent, "second", database)

    (lead,) = leads(database)
    assert (str(lead.id), kinds(database, lead)) == (kept, ["met", "sample", "scan"])
    with database.reading() as session:
        (merge,) = session.exec(select(Merge)).all()
    mei.post(f"/merges/{merge.id}/undoing")
    apart = {each.name: kinds(database, each) for each in leads(database)}
    assert apart == {"A. Mori": ["met"], "Aiko Mori": ["sample", "scan"]}


def test_what_was_set_aside_goes_when_its_show_goes(
    browser_of: Browsers, database: Database
) -> None:
    sam = browser_of(cast.SAM)
    sent = capture(**FIRST)
    twice(sam, sent, **SECOND)
    choose(sam, sent, "second", database)
    with database.writing() as session:
        session.get_one(Show, cast.CANTON).is_demo = True

    with database.writing() as session:
        remove_demo(session, cast.HANA.actor)

    with database.reading() as session:
        assert session.exec(select(Lead)).all() == []


def test_both_versions_are_shown_side_by_side_and_safely(
    browser_of: Browsers, database: Database
) -> None:
    sam = browser_of(cast.SAM)
    sent = capture(AIKO, note="<b>first</b>", interactions=chips("demo"))
    twice(sam, sent, note="second")

    page = sam.get(f"/captures/{sent['capture_id']}/conflict").text

    assert ("&lt;b&gt;first&lt;/b&gt;" in page, "second" in page) == (True, True)
    assert page.count(">Different<") == 1
