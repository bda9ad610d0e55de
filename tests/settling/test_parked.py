"""Captures that nobody could read: a person says who it was."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from app.db import Database
from app.kit.ids import new_id
from app.leads.models import Interaction, LeadEdit
from tests import cast
from tests.cast import Person
from tests.phone import AIKO, capture, chips, sync
from tests.settling.stage import capture_now, captures, leads, rows_of, settle, twice

Browsers = Callable[[Person], TestClient]
UNREADABLE = b"\x93\xfa\x00\x01\xff\xfe\x7f"
WAITS = "1 capture needs your word."


def test_an_unreadable_badge_gets_its_name_and_nobody_is_asked_again(
    browser_of: Browsers, database: Database
) -> None:
    sam = browser_of(cast.SAM)
    sent = capture(UNREADABLE, interactions=chips("demo"))
    sync(sam, sent)
    assert WAITS in sam.get("/captures").text

    settle(sam, sent, name="Aiko Mori", company="Mori KK")

    (lead,) = leads(database)
    (edit,) = rows_of(database, LeadEdit, lead)
    settled = capture_now(database, sent)
    assert (lead.name, lead.company, lead.needs_look) == ("Aiko Mori", "Mori KK", "")
    assert (edit.member_id, settled.settled_by_id) == (cast.SAM.member_id, cast.SAM.member_id)
    assert WAITS not in sam.get("/captures").text


def test_who_is_met_again_with_the_badge_that_was_settled_is_that_lead(
    browser_of: Browsers, database: Database
) -> None:
    sam = browser_of(cast.SAM)
    sent = capture(UNREADABLE)
    sync(sam, sent)
    settle(sam, sent, name="Aiko Mori")

    (verdict,) = sync(sam, capture(UNREADABLE))

    assert (verdict["verdict"], verdict["lead"]["name"]) == ("recorded", "Aiko Mori")


def test_a_capture_of_an_unknown_show_becomes_a_lead_of_the_show_that_was_chosen(
    browser_of: Browsers, database: Database
) -> None:
    sam = browser_of(cast.SAM)
    sent = capture(AIKO, show_id=new_id(), interactions=chips("demo"), note="Wants two")
    sync(sam, sent)
    assert leads(database) == []

    settle(sam, sent, show_id=str(cast.CANTON), company="Mori Group")

    (lead,) = leads(database)
    (standing,) = captures(database)
    kinds = {line.kind for line in rows_of(database, Interaction, lead)}
    assert (lead.name, lead.company, kinds) == ("Aiko Mori", "Mori Group", {"scan", "demo"})
    assert (standing.show_id, standing.state) == (cast.CANTON, "recorded")
    assert capture_now(database, sent).replaced_by_id == standing.id
    assert sync(sam, sent)[0]["verdict"] == "known"


def test_a_capture_of_whom_nobody_knows_is_not_asked_about_again(
    browser_of: Browsers, database: Database
) -> None:
    sam = browser_of(cast.SAM)
    sent = capture(UNREADABLE)
    sync(sam, sent)

    settle(sam, sent, is_unknown="true")

    (lead,) = leads(database)
    assert (lead.name, lead.needs_look) == ("", "")
    assert "Everything is settled" in sam.get("/captures/unsettled").text


@pytest.mark.parametrize(
    ("show", "form", "message"),
    [
        (cast.CANTON, {}, "Please enter a name, a company, or a way to reach the visitor."),
        (cast.XT200, {"name": "Aiko"}, "Please choose the show."),
        (cast.XT200, {"name": "Aiko", "show_id": str(cast.MUNICH)}, "Please choose the show."),
    ],
)
def test_what_is_missing_is_asked_for_and_what_was_typed_stays(
    show: object,
    form: dict[str, str],
    message: str,
    browser_of: Browsers,
    database: Database,
) -> None:
    sam = browser_of(cast.SAM)
    sent = capture(UNREADABLE, show_id=show)
    sync(sam, sent)

    answer = settle(sam, sent, **form)

    assert answer.status_code == 422
    assert message in answer.text
    assert form.get("name", "") in answer.text
    assert capture_now(database, sent).settled_at is None


def test_what_is_settled_is_settled_once(browser_of: Browsers, database: Database) -> None:
    sam, mei = browser_of(cast.SAM), browser_of(cast.MEI)
    sent = capture(UNREADABLE)
    sync(sam, sent)
    settle(sam, sent, name="Aiko Mori")

    answer = settle(mei, sent, name="Somebody Else")

    assert "Somebody has settled this already." in answer.text
    assert [lead.name for lead in leads(database)] == ["Aiko Mori"]


def test_a_lead_that_was_named_at_the_desk_meanwhile_is_not_named_again(
    browser_of: Browsers, database: Database
) -> None:
    sam, lin = browser_of(cast.SAM), browser_of(cast.LIN)
    sent = capture(UNREADABLE)
    sync(sam, sent)
    (lead,) = leads(database)
    lin.post(f"/leads/{lead.id}", data={"name": "Aiko Mori", "seen": "{}"})

    answer = settle(sam, sent, name="Somebody Else")

    assert "Somebody has settled this already." in answer.text
    assert [lead.name for lead in leads(database)] == ["Aiko Mori"]
    assert "Everything is settled" in sam.get("/captures/unsettled").text


def test_members_are_asked_about_their_own_captures_and_managers_about_all(
    browser_of: Browsers,
) -> None:
    sync(browser_of(cast.SAM), capture(UNREADABLE))
    twice(browser_of(cast.LIN), capture(AIKO, member_id=cast.LIN), note="second")

    counts = {
        person.name: browser_of(person).get("/captures/unsettled").text.count("<time")
        for person in (cast.SAM, cast.LIN, cast.MEI, cast.HANA, cast.OLU)
    }

    assert list(counts.values()) == [1, 1, 2, 2, 0]


def test_who_only_sells_does_not_settle_what_another_captured(browser_of: Browsers) -> None:
    sent = capture(UNREADABLE)
    sync(browser_of(cast.SAM), sent)

    answers = [settle(browser_of(person), sent).status_code for person in (cast.LIN, cast.OLU)]

    assert answers == [403, 404]


def test_a_number_that_waits_for_the_organisers_list_does_not_ask_a_person(
    browser_of: Browsers,
) -> None:
    sam = browser_of(cast.SAM)
    sync(sam, capture("REG-004711"))

    assert "Everything is settled" in sam.get("/captures/unsettled").text


def test_what_a_code_holds_is_shown_as_text_and_never_as_markup(browser_of: Browsers) -> None:
    sam = browser_of(cast.SAM)
    sent = capture("<script>alert(1)</script>")
    sync(sam, sent)

    page = sam.get(f"/captures/{sent['capture_id']}/settlement").text

    assert "<script>alert(1)" not in page


def test_the_menu_says_how_much_there_is_to_settle(browser_of: Browsers) -> None:
    sam = browser_of(cast.SAM)
    sync(sam, capture(UNREADABLE))

    assert ">1</span>" in sam.get("/more").text
