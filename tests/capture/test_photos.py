from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from httpx import Response
from starlette.testclient import TestClient

from app.db import Database
from app.kit.ids import new_id
from app.leads.models import Lead
from app.photos.models import Photo
from app.photos.picture import LARGEST_PHOTO, MOST_PHOTOS
from tests import cast
from tests.capture.test_sync import rows
from tests.cast import Person
from tests.phone import capture, sync
from tests.pictures import JPEG, PNG

Browsers = Callable[[Person], TestClient]
TYPE = {"Content-Type": "image/jpeg", "Accept": "application/json"}


@pytest.fixture
def phone(browser_of: Browsers) -> TestClient:
    return browser_of(cast.SAM)


@pytest.fixture
def captured(phone: TestClient) -> str:
    """The id of a capture that the server holds."""
    sent = capture()
    sync(phone, sent)
    return str(sent["capture_id"])


def address(capture_id: str, photo_id: object = None) -> str:
    return f"/captures/{capture_id}/photos/{photo_id or new_id()}"


def send(phone: TestClient, url: str, content: bytes = JPEG, **asked: str) -> Response:
    answer: Response = phone.put(url, content=content, headers=TYPE, params=asked)
    return answer


def verdict(answer: Response) -> dict[str, Any]:
    (said,) = answer.json()["verdicts"]
    return dict(said)


def test_a_photo_is_kept_with_its_capture(
    phone: TestClient, captured: str, database: Database
) -> None:
    url = address(captured)

    answer = send(phone, url, kind="card", taken_at="2026-10-16T02:30:00Z")

    (photo,) = rows(database, Photo)
    assert (answer.status_code, verdict(answer)["verdict"]) == (200, "recorded")
    assert verdict(answer)["photo_id"] == str(photo.id)
    assert (str(photo.capture_id), photo.kind, photo.content) == (captured, "card", JPEG)
    assert photo.taken_at == cast.SECOND_DAY


def test_a_photo_sent_again_is_known_and_kept_once(
    phone: TestClient, captured: str, database: Database
) -> None:
    url = address(captured)
    send(phone, url)

    again = send(phone, url)

    assert verdict(again)["verdict"] == "known"
    assert len(rows(database, Photo)) == 1


def test_a_photo_sent_by_ten_at_once_is_recorded_once(
    phone: TestClient, captured: str, database: Database
) -> None:
    url = address(captured)

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda _: send(phone, url), range(10)))

    said = sorted(verdict(answer)["verdict"] for answer in answers)
    assert said == ["known"] * 9 + ["recorded"]
    assert len(rows(database, Photo)) == 1


def test_other_bytes_under_the_same_id_are_refused_and_replace_nothing(
    phone: TestClient, captured: str, database: Database
) -> None:
    url = address(captured)
    send(phone, url)

    answer = send(phone, url, PNG)

    assert (verdict(answer)["verdict"], verdict(answer)["reason"]) == ("refused", "other_photo")
    assert rows(database, Photo)[0].content == JPEG


def test_a_photo_whose_capture_is_not_here_is_refused_by_name(phone: TestClient) -> None:
    answer = send(phone, address(str(new_id())))

    assert answer.status_code == 404
    assert verdict(answer)["reason"] == "capture_missing"


def test_another_exhibitor_can_neither_add_to_a_capture_nor_see_its_photo(
    phone: TestClient, captured: str, browser_of: Browsers, database: Database
) -> None:
    url, outsider = address(captured), browser_of(cast.OLU)
    send(phone, url)

    assert send(outsider, address(captured)).status_code == 404
    assert outsider.get(url).status_code == 404
    assert len(rows(database, Photo)) == 1


def test_two_exhibitors_may_use_the_same_photo_id(
    phone: TestClient, captured: str, browser_of: Browsers
) -> None:
    photo_id, outsider = new_id(), browser_of(cast.OLU)
    theirs = capture(show_id=cast.MUNICH, member_id=cast.OLU)
    sync(outsider, theirs)
    send(phone, address(captured, photo_id))

    answer = send(outsider, address(theirs["capture_id"], photo_id), PNG)

    assert verdict(answer)["verdict"] == "recorded"
    assert phone.get(address(captured, photo_id)).content == JPEG


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html><script>alert(1)</script></html>", "not_a_picture"),
        (b"", "not_a_picture"),
        (JPEG.ljust(LARGEST_PHOTO + 1, b"\0"), "too_large"),
    ],
)
def test_what_is_no_photo_is_refused_with_its_reason(
    phone: TestClient, captured: str, database: Database, content: bytes, reason: str
) -> None:
    answer = send(phone, address(captured), content)

    assert (answer.status_code, verdict(answer)["reason"]) == (200, reason)
    assert verdict(answer)["message"]
    assert rows(database, Photo) == []


def test_a_capture_takes_a_dozen_photos(phone: TestClient, captured: str) -> None:
    for _ in range(MOST_PHOTOS):
        send(phone, address(captured))

    assert verdict(send(phone, address(captured)))["reason"] == "too_many"


def test_a_photo_is_shown_as_a_picture_and_as_nothing_else(
    phone: TestClient, captured: str
) -> None:
    url = address(captured)
    send(phone, url, PNG)

    answer = phone.get(url)

    assert answer.content == PNG
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert "sandbox" in answer.headers["content-security-policy"]


def test_whoever_is_not_signed_in_is_asked_to_and_told_in_json(
    client: TestClient, captured: str
) -> None:
    answer = send(client, address(captured))

    assert (answer.status_code, answer.json()) == (401, {"error": "sign_in"})


def test_a_photo_and_nothing_else_is_parked_to_be_read(
    phone: TestClient, database: Database
) -> None:
    (said,) = sync(phone, capture(None, photos=[str(new_id())]))

    (lead,) = rows(database, Lead)
    assert (said["verdict"], said["reason"]) == ("parked", "photo_to_read")
    assert lead.needs_look == "photo_to_read"


def test_a_photo_beside_a_name_parks_nothing(phone: TestClient) -> None:
    (said,) = sync(phone, capture(None, photos=[str(new_id())], fields={"name": "Aiko Mori"}))

    assert said["verdict"] == "recorded"


def test_the_photo_is_on_the_page_of_the_lead_and_beside_the_form(
    phone: TestClient, captured: str, database: Database
) -> None:
    url = address(captured)
    send(phone, url, kind="card")
    (lead,) = rows(database, Lead)

    for page in (f"/leads/{lead.id}", f"/leads/{lead.id}/edit"):
        assert f'src="{url}"' in phone.get(page).text


def test_the_list_of_the_day_shows_the_photo_of_whom_nobody_has_named(phone: TestClient) -> None:
    sent = capture(None, photos=[str(new_id())])
    sync(phone, sent)
    url = address(sent["capture_id"])
    send(phone, url)

    page = phone.get("/captures").text

    assert f'src="{url}"' in page
    assert "1 photo" in page


def test_a_photo_goes_where_its_capture_goes_when_leads_are_merged(
    phone: TestClient, captured: str, browser_of: Browsers, database: Database
) -> None:
    url, desk = address(captured), browser_of(cast.LIN)
    send(phone, url)
    sync(phone, capture(None, fields={"name": "A. Mori", "company": "Mori KK"}))
    gone, kept = sorted(rows(database, Lead), key=lambda lead: lead.name == "A. Mori")

    desk.post(f"/leads/{kept.id}/merge", data={"other_id": str(gone.id)})

    assert f'src="{url}"' in desk.get(f"/leads/{kept.id}").text
