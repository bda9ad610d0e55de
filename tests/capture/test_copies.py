"""What the server says and does so that phones can give back what an older backup lacks."""

import json
from base64 import b64encode
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import delete, select
from starlette.testclient import TestClient

from app.capture.models import Capture
from app.db import Database
from app.kit.clock import now
from app.kit.ids import new_id
from app.leads.models import Interaction
from tests import cast
from tests.accounts.test_sealing import seals, setup_on
from tests.cast import Person
from tests.kit.test_sealing import sealed_by_a_phone
from tests.phone import AIKO, batch, capture, sync

Browsers = Callable[[Person], TestClient]
Seal = Callable[..., dict[str, str]]


@pytest.fixture
def sam(browser_of: Browsers) -> TestClient:
    return browser_of(cast.SAM)


@pytest.fixture
def sealed(sam: TestClient) -> Seal:
    """The copy of a capture as Sam's phone keeps it."""
    key = setup_on(sam.get("/captures/new").text)["sealing_key"]

    def copy(held: dict[str, Any], skew_ms: int = 0) -> dict[str, str]:
        said = json.dumps({"capture": held, "skew_ms": skew_ms}).encode()
        sealed = b64encode(sealed_by_a_phone(said, key)).decode()
        return {"capture_id": held["capture_id"], "sealed": sealed}

    return copy


def give_back(browser: TestClient, *copies: dict[str, str]) -> list[dict[str, Any]]:
    answer = browser.post("/captures/copies", json={"copies": copies})
    assert answer.status_code == 200, answer.text
    verdicts: list[dict[str, Any]] = answer.json()["verdicts"]
    return verdicts


def missing(browser: TestClient, *ids: str) -> list[str]:
    answer = browser.post("/captures/missing", json={"capture_ids": ids})
    assert answer.status_code == 200, answer.text
    found: list[str] = answer.json()["missing"]
    return found


def stored(database: Database) -> list[Capture]:
    with database.reading() as session:
        return list(session.exec(select(Capture)))


def test_an_acknowledgement_says_what_to_seal_the_copy_with_and_which_database_it_is(
    sam: TestClient, database: Database
) -> None:
    setup = setup_on(sam.get("/captures/new").text)

    answer = sam.post("/captures/sync", json=batch(capture())).json()

    (seal,) = seals(database)
    assert answer["sealing_key"] == setup["sealing_key"]
    assert answer["generation"] == str(seal.generation)


def test_the_server_tells_which_captures_it_lacks(sam: TestClient) -> None:
    here, gone, never = capture(), capture(), capture()
    sync(sam, here)

    assert missing(sam, gone["capture_id"], here["capture_id"], never["capture_id"]) == [
        gone["capture_id"],
        never["capture_id"],
    ]


def test_another_exhibitor_learns_nothing_of_what_is_stored(
    sam: TestClient, browser_of: Browsers
) -> None:
    here = capture()
    sync(sam, here)

    assert missing(browser_of(cast.OLU), here["capture_id"]) == [here["capture_id"]]


def test_a_copy_is_recorded_as_the_capture_it_was(
    sam: TestClient, sealed: Seal, database: Database
) -> None:
    sent = capture(note="wants a quote", rating="hot")
    sync(sam, sent)
    (before,) = stored(database)
    copy = sealed(sent)
    _lose_everything(database)

    (verdict,) = give_back(sam, copy)

    (after,) = stored(database)
    same = {"id", "payload", "body", "body_sha256", "captured_at", "member_id", "show_id", "state"}
    assert verdict["verdict"] == "recorded"
    assert after.model_dump(include=same) == before.model_dump(include=same)


def test_a_copy_of_what_the_server_has_changes_nothing(
    sam: TestClient, sealed: Seal, database: Database
) -> None:
    sent = capture(note="half a character: \ud83d", rating="hot")
    sam.post("/captures/sync", content=json.dumps(batch(sent)))

    verdicts = give_back(sam, sealed(sent)) + give_back(sam, sealed(sent))

    assert [verdict["verdict"] for verdict in verdicts] == ["known", "known"]
    assert len(stored(database)) == 1


def test_a_bad_copy_stops_no_other(sam: TestClient, sealed: Seal, database: Database) -> None:
    good, other = capture(), capture()
    bad = sealed(capture()) | {"sealed": "AQID"}
    swapped = sealed(other) | {"capture_id": str(new_id())}

    verdicts = give_back(sam, bad, swapped, sealed(good))

    assert [(each["verdict"], each["reason"]) for each in verdicts] == [
        ("refused", "unopenable"),
        ("refused", "unopenable"),
        ("recorded", ""),
    ]
    assert [str(each.id) for each in stored(database)] == [good["capture_id"]]


def test_a_copy_opens_nothing_at_another_exhibitor_s(
    sealed: Seal, browser_of: Browsers, database: Database
) -> None:
    (verdict,) = give_back(browser_of(cast.OLU), sealed(capture()))

    assert verdict["reason"] == "unopenable"
    assert stored(database) == []


def test_a_copy_keeps_the_skew_that_was_measured_when_it_was_sent(
    sam: TestClient, sealed: Seal, database: Database
) -> None:
    met_at = now() - timedelta(hours=5)
    sent = capture(captured_at=met_at - timedelta(days=1))  # the phone was set to yesterday

    give_back(sam, sealed(sent, skew_ms=86_400_000))

    with database.reading() as session:
        assert session.exec(select(Interaction.at)).first() == met_at


def test_an_addition_and_what_it_adds_to_come_back_together(
    sam: TestClient, sealed: Seal, database: Database
) -> None:
    first = capture()
    added = capture(None, adds_to=UUID(first["capture_id"]), note="sent the brochure")

    verdicts = give_back(sam, sealed(first), sealed(added))

    assert [verdict["verdict"] for verdict in verdicts] == ["recorded", "recorded"]
    assert len({each.lead_id for each in stored(database)}) == 1


@pytest.mark.parametrize("skew", ["soon", None, True, 10**30, 1.5])
def test_a_skew_that_is_no_number_of_milliseconds_is_taken_for_none(
    skew: Any, sam: TestClient, sealed: Seal, database: Database
) -> None:
    give_back(sam, sealed(capture(), skew_ms=skew))

    assert [each.skew_ms for each in stored(database)] == [0]


@pytest.mark.parametrize("address", ["/captures/missing", "/captures/copies"])
@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"capture_ids":["x"],"copies":[1]}'])
def test_what_is_no_list_of_copies_is_called_malformed(
    address: str, body: bytes, sam: TestClient
) -> None:
    answer = sam.post(address, content=body)

    assert (answer.status_code, answer.json()) == (400, {"error": "malformed"})


def test_a_badge_in_a_copy_is_read_with_the_show_s_own_mapping(
    sam: TestClient, sealed: Seal, database: Database
) -> None:
    (verdict,) = give_back(sam, sealed(capture(AIKO)))

    assert verdict["lead"]["name"] == "Aiko Mori"


def _lose_everything(database: Database) -> None:
    with database.writing() as session:
        for table in reversed(Capture.metadata.sorted_tables):
            if table.name in LOST:
                session.execute(delete(table))


LOST = {
    "answer", "capture", "consent", "follow_up", "interaction", "lead", "lead_at_show",
    "lead_edit", "lead_key",
}  # fmt: skip
