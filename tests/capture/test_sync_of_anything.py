"""Whatever a phone sends gets its answer, and nothing is lost."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from app.capture.models import Capture
from app.db import Database
from app.kit.clock import now
from app.leads.models import Interaction, Lead
from tests import cast
from tests.cast import Person
from tests.phone import AIKO, batch, capture, sync

Browsers = Callable[[Person], TestClient]


def rows(database: Database, table: type) -> list:  # type: ignore[type-arg]
    with database.reading() as session:
        return list(session.exec(select(table)))


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_an_opaque_number_is_parked_with_a_reason_in_the_readers_language(
    browser_of: Browsers, database: Database, language: str
) -> None:
    phone = browser_of(cast.SAM)
    phone.cookies.set("language", language)

    (verdict,) = sync(phone, capture("1000482771"))

    assert (verdict["verdict"], verdict["reason"]) == ("parked", "needs_directory")
    assert ("organiser" in verdict["message"]) == (language == "en")
    assert rows(database, Lead)[0].needs_look == "needs_directory"


def test_a_typed_name_makes_an_opaque_badge_understood(
    browser_of: Browsers, database: Database
) -> None:
    (verdict,) = sync(browser_of(cast.SAM), capture("1000482771", fields={"name": "Aiko Mori"}))

    assert verdict["verdict"] == "recorded"
    assert rows(database, Lead)[0].needs_look == ""


def test_any_bytes_are_stored_as_they_are(browser_of: Browsers, database: Database) -> None:
    noise = bytes(range(256)) * 32

    (verdict,) = sync(browser_of(cast.SAM), capture(noise))

    assert verdict["verdict"] in ("parked", "recorded")
    assert rows(database, Capture)[0].payload == noise


def test_a_payload_past_the_limit_is_cut_with_its_length_and_hash_on_record(
    browser_of: Browsers, database: Database
) -> None:
    (verdict,) = sync(browser_of(cast.SAM), capture(b"x" * 100_000))

    (stored,) = rows(database, Capture)
    assert (verdict["verdict"], verdict["reason"]) == ("parked", "payload_too_long")
    assert len(stored.payload) == 8192
    assert stored.body["payload_cut"]["length"] == 100_000


def test_one_bad_capture_never_holds_up_its_batch(browser_of: Browsers, database: Database) -> None:
    bad = [capture(capture_id="no id"), "not a capture", capture(rating="boiling")]

    verdicts = sync(browser_of(cast.SAM), bad[0], capture(), *bad[1:])

    assert [verdict["verdict"] for verdict in verdicts] == [
        "refused", "recorded", "refused", "refused",
    ]  # fmt: skip
    assert "rating" in verdicts[3]["message"]
    assert len(rows(database, Capture)) == 1


def test_what_is_past_the_limit_of_a_batch_waits_for_the_next(
    browser_of: Browsers, database: Database
) -> None:
    verdicts = sync(browser_of(cast.SAM), *(capture(f"R{n}") for n in range(52)))

    assert [verdict["reason"] for verdict in verdicts[50:]] == ["batch_limit", "batch_limit"]
    assert len(rows(database, Capture)) == 50


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff\xfe", b'{"captures": 3}', b"null"])
def test_what_is_no_batch_is_answered_as_malformed(browser_of: Browsers, body: bytes) -> None:
    answer = browser_of(cast.SAM).post(
        "/captures/sync", content=body, headers={"Content-Type": "application/json"}
    )

    assert (answer.status_code, answer.json()) == (400, {"error": "malformed"})


def test_half_an_emoji_in_a_note_is_no_reason_to_lose_it(
    browser_of: Browsers, database: Database
) -> None:
    sent = batch(capture(note="NOTE"))
    import json

    body = json.dumps(sent).replace("NOTE", "cut \\ud83d\\u0000 here").encode()

    answer = browser_of(cast.SAM).post(
        "/captures/sync", content=body, headers={"Content-Type": "application/json"}
    )

    assert answer.json()["verdicts"][0]["verdict"] == "recorded"
    assert "here" in rows(database, Interaction)[0].note


def test_a_phone_with_a_wrong_clock_still_tells_when_it_happened(
    browser_of: Browsers, database: Database
) -> None:
    yesterday = now() - timedelta(days=1)

    sync(
        browser_of(cast.SAM),
        capture(captured_at=yesterday - timedelta(minutes=5)),
        device_time=yesterday,
    )

    (stored,), (line,) = rows(database, Capture), rows(database, Interaction)
    assert abs(line.at - (now() - timedelta(minutes=5))) < timedelta(minutes=1)
    assert abs(stored.skew_ms - 86_400_000) < 60_000


@pytest.mark.parametrize("year", [1970, 2199])
def test_a_clock_that_is_off_by_decades_keeps_no_capture_on_its_phone(
    browser_of: Browsers, database: Database, year: int
) -> None:
    clock = datetime(year, 12, 31, tzinfo=UTC)

    (verdict,) = sync(browser_of(cast.SAM), capture(captured_at=clock), device_time=clock)

    assert verdict["verdict"] == "recorded"
    assert abs(rows(database, Interaction)[0].at - now()) < timedelta(minutes=1)


def test_a_capture_stays_with_whoever_made_it_when_a_colleague_sends_it(
    browser_of: Browsers, database: Database
) -> None:
    sync(browser_of(cast.LIN), capture(member_id=cast.SAM))

    (stored,) = rows(database, Capture)
    assert (stored.member_id, stored.sent_by_id) == (cast.SAM.member_id, cast.LIN.member_id)


def test_another_exhibitor_may_use_the_same_id_and_sees_nothing_of_ours(
    browser_of: Browsers, database: Database
) -> None:
    sent = capture()
    sync(browser_of(cast.SAM), sent)

    (verdict,) = sync(
        browser_of(cast.OLU),
        {**sent, "show_id": str(cast.MUNICH), "member_id": str(cast.OLU.member_id)},
    )

    assert verdict["verdict"] == "recorded"
    assert {lead.exhibitor_id for lead in rows(database, Lead)} == {cast.KOGYO, cast.BRIGHTLINE}


def test_a_show_of_another_exhibitor_is_unknown_but_the_capture_is_kept(
    browser_of: Browsers, database: Database
) -> None:
    (verdict,) = sync(browser_of(cast.OLU), capture())

    assert (verdict["verdict"], verdict["reason"]) == ("parked", "unknown_show")
    assert rows(database, Capture)[0].show_id is None


def test_signed_out_phones_are_asked_to_sign_in(client: TestClient) -> None:
    answer = client.post("/captures/sync", json=batch(capture()))

    assert (answer.status_code, answer.json()) == (401, {"error": "sign_in"})


def test_script_in_a_badge_is_text(browser_of: Browsers, database: Database) -> None:
    sync(browser_of(cast.SAM), capture(AIKO.replace("Mori KK", "<script>alert(1)</script>")))

    assert rows(database, Lead)[0].company == "<script>alert(1)</script>"
