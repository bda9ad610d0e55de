"""Two versions of one capture: a person says which is right."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from app.consent.models import Consent
from app.db import Database
from app.demo.service import remove_demo
from app.kit.ids import new_id
from app.leads.models import FollowUp, Interaction, Lead, LeadAtShow, LeadKey
from app.qualifiers.models import Answer
from app.shows.models import Show
from tests import cast
from tests.cast import Person
from tests.phone import AIKO, capture, chips, sync
from tests.settling.stage import (
    capture_now,
    captures,
    choose,
    conflict_of,
    leads,
    rows_of,
    twice,
)

Browsers = Callable[[Person], TestClient]
BOB = "MECARD:N:Bob Stone;ORG:Stone Ltd;UID:R-2002;;"
FIRST: dict[str, Any] = {
    "fields": {"name": "Aiko Wrong", "email": "wrong@mori.example"},
    "rating": "hot",
    "interactions": chips("demo"),
    "note": "not so",
    "answers": {str(cast.ROLE_QUESTION): "Decides"},
    "next_step": {"what": "Send the wrong quote"},
    "consent": {"wording_id": str(cast.WORDING), "given": True, "language": "en"},
}
SECOND: dict[str, Any] = {
    "fields": {"name": "Aiko Right"},
    "rating": "cold",
    "interactions": chips("sample"),
    "note": "this is so",
    "answers": {},
    "next_step": None,
    "consent": None,
}


def kinds(database: Database, lead: Lead) -> list[str]:
    return sorted(line.kind for line in rows_of(database, Interaction, lead))


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


def test_what_the_phone_sends_again_after_the_settling_changes_nothing(
    browser_of: Browsers, database: Database
) -> None:
    sam = browser_of(cast.SAM)
    sent = capture(**FIRST)
    second = twice(sam, sent, **SECOND)
    choose(sam, sent, "second", database)
    (before,) = leads(database)

    verdicts = sync(sam, sent, second)

    assert [verdict["verdict"] for verdict in verdicts] == ["known", "conflict"]
    assert leads(database) == [before]
    assert "needs your word" not in sam.get("/captures").text


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


def test_who_comes_second_to_settle_is_told_so_and_changes_nothing(
    browser_of: Browsers, database: Database
) -> None:
    sam, mei = browser_of(cast.SAM), browser_of(cast.MEI)
    sent = capture(**FIRST)
    twice(sam, sent, **SECOND)
    choose(sam, sent, "first", database)
    (before,) = leads(database)

    choose(mei, sent, "both", database)

    assert "Somebody has settled this already." in mei.get("/captures/unsettled").text
    assert leads(database) == [before]
    assert conflict_of(database, sent).settled_by_id == cast.SAM.member_id


def test_of_two_who_settle_at_once_one_does(browser_of: Browsers, database: Database) -> None:
    sent = capture(AIKO)
    twice(browser_of(cast.SAM), sent, note="second")
    browsers = [browser_of(person) for person in (cast.SAM, cast.MEI, cast.HANA)]

    with ThreadPoolExecutor(3) as together:
        list(together.map(lambda each: choose(each, sent, "both", database), browsers))

    (lead,) = leads(database)
    assert kinds(database, lead) == ["scan", "scan"]


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
