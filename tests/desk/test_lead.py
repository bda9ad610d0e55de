"""One lead's page, its steps and what is added to its ledger, on both databases."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from app.db import Database
from app.kit.clock import now
from app.kit.ids import new_id
from app.leads.models import LeadAtShow
from app.shows.days import local_day
from tests import cast
from tests.cast import Person
from tests.leads_on_stage import at, lead_now, ledger_now, met, steps_now
from tests.phone import capture, chips, sync

Browsers = Callable[[Person], TestClient]


@pytest.fixture
def lin(browser_of: Browsers) -> TestClient:
    return browser_of(cast.LIN)


@pytest.fixture
def aiko(browser_of: Browsers) -> UUID:
    """Scanned by Sam on the second day of the show; nothing has happened since."""
    return met(browser_of(cast.SAM), "Aiko Mori", "Mori KK", "R-1001", captured_at=at(16))


def test_a_lead_shows_what_happened_at_the_clock_of_the_show(
    browser_of: Browsers, lin: TestClient
) -> None:
    lead = met(
        browser_of(cast.SAM), "Aiko Mori", captured_at=at(16), note="Wants two",
        interactions=chips("demo", "price"), rating="hot", products=[str(cast.XT200)],
        answers={str(cast.ROLE_QUESTION): "Decides"},
    )  # fmt: skip

    page = lin.get(f"/leads/{lead}").text

    for shown in ("Demo, Asked price", "18:00", "GMT+8", "Sam Okafor", "Wants two", "XT-200"):
        assert shown in page
    assert "Decides" in lin.get(f"/leads/{lead}?part=answers").text


def test_the_details_show_the_payload_as_text(lin: TestClient, aiko: UUID) -> None:
    assert "MECARD:N:Aiko Mori" in lin.get(f"/leads/{aiko}?part=details").text


def test_tags_are_explained(browser_of: Browsers, lin: TestClient) -> None:
    lead = met(browser_of(cast.SAM), "Aiko Mori", interactions=chips("demo"))

    page = lin.get(f"/leads/{lead}").text

    assert "Active until" in page
    assert "Demo on" in page


def test_an_interaction_makes_a_lead_warm_again(
    lin: TestClient, aiko: UUID, database: Database
) -> None:
    assert lead_now(database, aiko).active_until is None or not _active(database, aiko)

    answer = lin.post(f"/leads/{aiko}/interactions", data={"kind": "call_reached", "note": "会来"})

    assert answer.headers["location"] == f"/leads/{aiko}"
    assert _active(database, aiko)
    last = ledger_now(database, aiko)[-1]
    assert (last.kind, last.note, last.member_id) == ("call_reached", "会来", cast.LIN.member_id)
    assert last.show_id is None
    with database.reading() as session:
        row = session.exec(select(LeadAtShow).where(LeadAtShow.lead_id == aiko)).one()
    assert row.active_until == lead_now(database, aiko).active_until


def _active(database: Database, lead: UUID) -> bool:
    until = lead_now(database, lead).active_until
    return until is not None and until > now()


def test_a_note_that_is_added_is_searched(lin: TestClient, aiko: UUID) -> None:
    lin.post(
        f"/leads/{aiko}/interactions", data={"kind": "note", "note": "Wants the Siegsdorf line"}
    )

    assert "Aiko Mori" in lin.get("/leads?q=siegsdorf").text


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"kind": "note", "note": ""}, "Please write the note."),
        ({"kind": "scan"}, "Please choose one of the list."),
        ({}, "Please fill this in."),
    ],
)
def test_a_refused_interaction_adds_nothing(
    lin: TestClient, aiko: UUID, database: Database, sent: dict[str, str], message: str
) -> None:
    answer = lin.post(f"/leads/{aiko}/interactions", data=sent)

    assert answer.status_code == 422
    assert message in answer.text
    assert len(ledger_now(database, aiko)) == 1


def test_a_meeting_in_person_is_the_last_meeting(
    lin: TestClient, aiko: UUID, database: Database
) -> None:
    lin.post(f"/leads/{aiko}/interactions", data={"kind": "email_sent"})
    assert lead_now(database, aiko).last_met_at == at(16)

    lin.post(f"/leads/{aiko}/interactions", data={"kind": "meeting_held"})
    assert lead_now(database, aiko).last_met_at > at(30)


def test_the_newest_rating_counts(lin: TestClient, aiko: UUID, database: Database) -> None:
    for rating in ("rated_hot", "rated_cold"):
        lin.post(f"/leads/{aiko}/interactions", data={"kind": rating})

    assert lead_now(database, aiko).rating == "cold"


def test_a_next_step_is_promised_done_and_told(
    lin: TestClient, aiko: UUID, database: Database
) -> None:
    lin.post(
        f"/leads/{aiko}/follow-ups",
        data={"what": "Send the quote", "owner_id": cast.MEI.member_id, "due_on": "2027-01-05"},
    )
    (step,) = steps_now(database, aiko)
    assert (step.owner_id, str(step.due_on)) == (cast.MEI.member_id, "2027-01-05")

    lin.post(f"/follow-ups/{step.id}/completion")

    (step,) = steps_now(database, aiko)
    assert step.done_by_id == cast.LIN.member_id
    assert "Done: Send the quote" in lin.get(f"/leads/{aiko}").text


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"what": ""}, "Please fill this in."),
        ({"what": "Call", "due_on": "soon"}, "Please enter a day."),
        ({"what": "Call", "owner_id": str(new_id())}, "Please choose one of the list."),
        ({"what": "Call", "owner_id": str(cast.OLU.member_id)}, "Please choose one of the list."),
    ],
)
def test_a_refused_step_is_shown_again_as_typed(
    lin: TestClient, aiko: UUID, database: Database, sent: dict[str, str], message: str
) -> None:
    answer = lin.post(f"/leads/{aiko}/follow-ups", data=sent)

    assert answer.status_code == 422
    assert message in answer.text
    assert f'value="{sent["what"]}"' in answer.text
    assert not steps_now(database, aiko)


@pytest.mark.parametrize(
    ("sent", "days"),
    [
        ({"until": "one_day"}, 1),
        ({"until": "one_week"}, 7),
        ({"until": "day", "due_on": "DAY"}, 30),
    ],
)
def test_a_step_is_put_off(
    lin: TestClient, aiko: UUID, database: Database, sent: dict[str, str], days: int
) -> None:
    lin.post(f"/leads/{aiko}/follow-ups", data={"what": "Call"})
    (step,) = steps_now(database, aiko)
    later = local_day(now(), "Asia/Shanghai") + timedelta(days)

    lin.post(
        f"/follow-ups/{step.id}/postponement",
        data={name: value.replace("DAY", str(later)) for name, value in sent.items()},
    )

    assert steps_now(database, aiko)[0].due_on == later


@pytest.mark.parametrize(("due_in", "put_off_to"), [(7, 14), (-3, 7)])
def test_a_step_is_put_off_from_the_day_it_is_due_or_from_today(
    lin: TestClient, aiko: UUID, database: Database, due_in: int, put_off_to: int
) -> None:
    today = local_day(now(), "Asia/Shanghai")
    due_on = str(today + timedelta(due_in))
    lin.post(f"/leads/{aiko}/follow-ups", data={"what": "Call", "due_on": due_on})
    (step,) = steps_now(database, aiko)

    lin.post(f"/follow-ups/{step.id}/postponement", data={"until": "one_week"})

    assert steps_now(database, aiko)[0].due_on == today + timedelta(put_off_to)


def test_a_step_is_not_put_off_to_no_day(lin: TestClient, aiko: UUID, database: Database) -> None:
    lin.post(f"/leads/{aiko}/follow-ups", data={"what": "Call"})
    (step,) = steps_now(database, aiko)

    answer = lin.post(f"/follow-ups/{step.id}/postponement", data={"until": "day"})

    assert answer.status_code == 422
    assert "Please enter a day." in answer.text
    assert steps_now(database, aiko)[0].due_on is None


def test_consent_is_shown(browser_of: Browsers, lin: TestClient, aiko: UUID) -> None:
    assert "No consent" in lin.get(f"/leads/{aiko}").text
    given = {"wording_id": str(cast.WORDING), "given": True, "language": "en"}

    sync(browser_of(cast.SAM), capture("MECARD:N:Aiko Mori;UID:R-1001;;", consent=given))

    assert "May contact" in lin.get(f"/leads/{aiko}").text


def test_an_outsider_finds_nothing(browser_of: Browsers, lin: TestClient, aiko: UUID) -> None:
    lin.post(f"/leads/{aiko}/follow-ups", data={"what": "Call"})
    olu = browser_of(cast.OLU)

    assert olu.get(f"/leads/{aiko}").status_code == 404
    assert olu.post(f"/leads/{aiko}/interactions", data={"kind": "order"}).status_code == 404
