from collections.abc import Callable
from typing import Any

from httpx import Response
from sqlmodel import select
from starlette.testclient import TestClient

from app.capture.models import Capture
from app.db import Database
from app.kit.sealing import new_key_pair
from app.leads.models import Lead
from app.photos.models import Photo
from tests import cast
from tests.cast import Person
from tests.phone import capture, sync
from tests.rescue.files import photo_of, rescue_file, seal_of_kogyo

Browsers = Callable[[Person], TestClient]


def rows(database: Database, table: type) -> list:  # type: ignore[type-arg]
    with database.reading() as session:
        return list(session.exec(select(table)))


def sealed(database: Database, *captures: dict[str, Any], **more: Any) -> str:
    key = seal_of_kogyo(database).public_key
    return rescue_file(*captures, passphrase=None, key=key, **more)


def hand_in(browser: TestClient, text: str) -> Response:
    answer: Response = browser.post("/rescues", content=text.encode())
    return answer


def test_a_sealed_file_is_recorded_whoever_hands_it_in(
    browser_of: Browsers, database: Database
) -> None:
    sent = capture()

    answer = hand_in(browser_of(cast.MEI), sealed(database, sent, photos=(photo_of(sent),)))

    (stored,) = rows(database, Capture)
    assert [said["verdict"] for said in answer.json()["verdicts"]] == ["recorded"]
    assert answer.json()["photos"] == {"recorded": 1}
    assert (str(stored.id), stored.member_id) == (sent["capture_id"], cast.SAM.member_id)
    assert stored.sent_by_id == cast.MEI.member_id
    assert rows(database, Lead)[0].name == "Aiko Mori"
    assert len(rows(database, Photo)) == 1


def test_a_file_handed_in_twice_and_sent_by_the_phone_too_is_stored_once(
    browser_of: Browsers, database: Database
) -> None:
    sent, phone = capture(note="要两台"), browser_of(cast.SAM)
    text = sealed(database, sent, photos=(photo_of(sent),))
    hand_in(phone, text)

    again = hand_in(phone, text).json()
    (later,) = sync(phone, sent)

    assert ([said["verdict"] for said in again["verdicts"]], again["photos"]) == (
        ["known"],
        {"known": 1},
    )
    assert later["verdict"] == "known"
    assert (len(rows(database, Capture)), len(rows(database, Photo))) == (1, 1)


def test_each_capture_has_its_own_verdict(browser_of: Browsers, database: Database) -> None:
    phone, known, changed = browser_of(cast.SAM), capture(), capture()
    sync(phone, known, changed)
    unread = capture("4006381333931")
    bad = capture(rating="boiling")
    captures = (known, {**changed, "note": "more"}, unread, bad, capture())

    said = hand_in(phone, sealed(database, *captures)).json()["verdicts"]

    assert [each["verdict"] for each in said] == [
        "known", "conflict", "parked", "refused", "recorded",
    ]  # fmt: skip
    assert all(each["message"] for each in said[1:4])


def test_more_captures_than_a_batch_holds_are_all_recorded(
    browser_of: Browsers, database: Database
) -> None:
    sent = [capture(None, fields={"name": f"Visitor {number}"}) for number in range(120)]

    answer = hand_in(browser_of(cast.SAM), sealed(database, *sent))

    assert [each["verdict"] for each in answer.json()["verdicts"]] == ["recorded"] * 120


def test_a_file_with_many_photos_is_larger_than_other_requests_may_be(
    browser_of: Browsers, database: Database
) -> None:
    sent = capture()
    noise = bytes(range(256)) * 4096  # a megabyte that stays one
    photos = tuple(photo_of(sent, b"\xff\xd8\xff" + noise[shift:]) for shift in range(6))

    text = sealed(database, sent, photos=photos)

    assert hand_in(browser_of(cast.SAM), text).json()["photos"] == {"recorded": 6}


def test_a_file_that_cannot_be_read_is_refused_whole_with_the_reason(
    browser_of: Browsers, database: Database
) -> None:
    sam, text = browser_of(cast.SAM), sealed(database, capture())
    theirs = sealed(database, capture(), exhibitor_id=cast.BRIGHTLINE)
    strange = rescue_file(capture(), passphrase=None, key=new_key_pair().public)

    refused = {
        "cut": hand_in(sam, text[:-80]),
        "other_exhibitor": hand_in(sam, theirs),
        "needs_passphrase": hand_in(sam, rescue_file(capture())),
        "not_our_key": hand_in(sam, strange),
        "no_rescue_file": hand_in(sam, "a,b,c"),
    }

    assert {answer.status_code for answer in refused.values()} == {422}
    assert {answer.json()["error"] for answer in refused.values()} == set(refused)
    assert all(answer.json()["message"] for answer in refused.values())
    assert rows(database, Capture) == []
