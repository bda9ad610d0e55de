from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from app.capture.models import Capture, CaptureConflict
from app.consent.models import Consent
from app.db import Database
from app.kit.clock import now
from app.leads.models import FollowUp, Interaction, Lead, LeadEdit
from app.qualifiers.models import Answer
from tests import cast
from tests.cast import Person
from tests.phone import capture, chips, sync

Browsers = Callable[[Person], TestClient]


def rows(database: Database, table: type) -> list:  # type: ignore[type-arg]
    with database.reading() as session:
        return list(session.exec(select(table)))


def test_a_capture_becomes_a_lead_with_a_ledger(browser_of: Browsers, database: Database) -> None:
    sent = capture(
        interactions=chips("demo"), rating="hot", note="Wants two", products=[str(cast.XT200)]
    )

    (verdict,) = sync(browser_of(cast.SAM), sent)

    (lead,) = rows(database, Lead)
    assert (verdict["verdict"], verdict["lead"]["name"]) == ("recorded", "Aiko Mori")
    assert (lead.company, lead.rating, lead.emails) == ("Mori KK", "hot", ["aiko@mori.example"])
    assert lead.phones == [{"written": "+81 90 1234 5678", "e164": "+819012345678"}]
    assert {line.kind for line in rows(database, Interaction)} == {
        "scan", "demo", "rated_hot", "interest",
    }  # fmt: skip
    assert lead.active_until > now()


def test_the_same_capture_again_is_known_and_changes_nothing(
    browser_of: Browsers, database: Database
) -> None:
    sent, phone = capture(), browser_of(cast.SAM)
    sync(phone, sent)

    (again,) = sync(phone, sent)

    assert again["verdict"] == "known"
    assert len(rows(database, Interaction)) == 1


def test_a_capture_twice_in_one_batch_is_recorded_once(
    browser_of: Browsers, database: Database
) -> None:
    sent = capture()

    verdicts = sync(browser_of(cast.SAM), sent, sent)

    assert [verdict["verdict"] for verdict in verdicts] == ["recorded", "known"]
    assert len(rows(database, Interaction)) == 1


def test_another_body_under_the_same_id_is_kept_beside_the_first(
    browser_of: Browsers, database: Database
) -> None:
    sent, phone = capture(), browser_of(cast.SAM)
    sync(phone, sent)

    (verdict,) = sync(phone, {**sent, "note": "changed"})

    assert verdict["verdict"] == "conflict"
    assert [kept.body["note"] for kept in rows(database, CaptureConflict)] == ["changed"]
    assert rows(database, Capture)[0].body.get("note") is None


def test_a_second_scan_of_a_badge_adds_to_the_same_lead(
    browser_of: Browsers, database: Database
) -> None:
    phone = browser_of(cast.SAM)
    sync(phone, capture())

    (verdict,) = sync(browser_of(cast.MEI), capture(interactions=chips("price")))

    assert verdict["verdict"] == "recorded"
    assert len(rows(database, Lead)) == 1
    assert sorted(line.kind for line in rows(database, Interaction)) == ["price", "scan", "scan"]


def test_a_personal_address_means_the_same_lead_without_its_badge(
    browser_of: Browsers, database: Database
) -> None:
    phone = browser_of(cast.SAM)
    sync(phone, capture())

    sync(phone, capture(None, fields={"name": "A. Mori", "email": "AIKO@mori.example"}))

    assert len(rows(database, Lead)) == 1


def test_what_staff_typed_wins_over_the_badge_and_is_on_record(
    browser_of: Browsers, database: Database
) -> None:
    phone = browser_of(cast.SAM)
    sync(phone, capture())

    sync(phone, capture(fields={"company": "Mori GK"}))

    assert rows(database, Lead)[0].company == "Mori GK"
    assert rows(database, LeadEdit)[0].changes == {"company": ["Mori KK", "Mori GK"]}


def test_an_addition_qualifies_an_earlier_capture_without_a_new_scan(
    browser_of: Browsers, database: Database
) -> None:
    sent, phone = capture(), browser_of(cast.SAM)
    sync(phone, sent)

    sync(
        phone, capture(None, adds_to=sent["capture_id"], rating="warm", interactions=chips("demo"))
    )

    assert rows(database, Lead)[0].rating == "warm"
    assert sorted(line.kind for line in rows(database, Interaction)) == [
        "demo", "rated_warm", "scan",
    ]  # fmt: skip


def test_an_addition_in_the_same_batch_finds_its_capture(
    browser_of: Browsers, database: Database
) -> None:
    sent = capture()

    verdicts = sync(
        browser_of(cast.SAM), sent, capture(None, adds_to=sent["capture_id"], note="Call her")
    )

    assert [verdict["verdict"] for verdict in verdicts] == ["recorded", "recorded"]
    assert len(rows(database, Lead)) == 1


def test_an_addition_waits_on_the_phone_for_the_capture_it_adds_to(browser_of: Browsers) -> None:
    missing = capture()["capture_id"]

    (verdict,) = sync(browser_of(cast.SAM), capture(None, adds_to=missing, note="Call her"))

    assert (verdict["verdict"], verdict["reason"]) == ("refused", "earlier_missing")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_newest_rating_counts_in_whatever_order_they_arrive(
    browser_of: Browsers, database: Database, order: tuple[int, int]
) -> None:
    phone, earlier = browser_of(cast.SAM), now() - timedelta(hours=2)
    captures = (capture(rating="hot", captured_at=earlier), capture(rating="cold"))

    for place in order:
        sync(phone, captures[place])

    assert rows(database, Lead)[0].rating == "cold"


def test_answers_consent_and_next_step_are_stored_with_the_lead(
    browser_of: Browsers, database: Database
) -> None:
    sent = capture(
        answers={str(cast.ROLE_QUESTION): "Decides", str(cast.BUDGET_QUESTION): 50000},
        consent={"wording_id": str(cast.WORDING), "given": True, "language": "zh-Hans"},
        next_step={
            "what": "Send quote",
            "owner_id": str(cast.LIN.member_id),
            "due_on": "2026-10-20",
        },
    )

    sync(browser_of(cast.SAM), sent)

    assert {answer.value for answer in rows(database, Answer)} == {"Decides", 50000}
    (consent,) = rows(database, Consent)
    assert (consent.wording_id, consent.language) == (cast.WORDING, "zh-Hans")
    (step,) = rows(database, FollowUp)
    assert (step.what, step.owner_id) == ("Send quote", cast.LIN.member_id)
