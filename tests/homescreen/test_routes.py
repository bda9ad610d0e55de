import json
import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from app.web.assets import VERSION, version
from app.web.offline import MARK
from tests import cast
from tests.cast import Person

Browsers = Callable[[Person], TestClient]
CAPTURE = "/captures/new"


def _kept(client: TestClient) -> dict[str, list[str]]:
    script = client.get("/service-worker.js").text
    kept: dict[str, list[str]] = json.loads(re.findall(r"work\(self, (.*)\);", script)[0])
    return kept


def test_the_worker_may_serve_every_page_and_is_asked_for_anew(client: TestClient) -> None:
    answer = client.get("/service-worker.js")

    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"] == "no-cache"
    assert "script-src 'self'" in answer.headers["content-security-policy"]


def test_everything_the_worker_keeps_is_there_and_says_its_version(client: TestClient) -> None:
    said = {client.get(address).headers.get(VERSION) for address in _kept(client)["files"]}

    assert said == {version()}


def test_the_worker_keeps_whatever_the_capture_screen_loads(browser_of: Browsers) -> None:
    phone = browser_of(cast.SAM)

    loaded = set(
        re.findall(r'(?:src|href)="(/static/[^"#]+\.(?:js|css|svg))', phone.get(CAPTURE).text)
    )

    assert loaded
    assert loaded <= set(_kept(phone)["files"])


def test_the_decoder_of_badges_is_kept_too(client: TestClient) -> None:
    names = {address.rpartition("/")[2] for address in _kept(client)["files"]}

    assert {"zxing_reader.wasm", "zxing-reader.js", "worker.js", "showfloor.css"} <= names


@pytest.mark.parametrize("path", [CAPTURE, "/outbox"])
def test_a_page_that_holds_no_lead_may_be_kept(browser_of: Browsers, path: str) -> None:
    answer = browser_of(cast.SAM).get(path)

    assert answer.headers[VERSION] == version()
    assert answer.headers[MARK] in answer.text
    assert answer.headers["content-language"] == "en"


def test_the_worker_keeps_the_pages_that_may_be_kept(client: TestClient) -> None:
    assert _kept(client)["pages"] == [CAPTURE, "/outbox"]


def test_a_capture_screen_that_adds_to_a_lead_is_not_kept(browser_of: Browsers) -> None:
    phone = browser_of(cast.SAM)

    assert MARK not in phone.get(CAPTURE, params={"adds_to": str(cast.CANTON)}).headers
    assert MARK not in phone.get("/captures").headers
    assert MARK not in phone.get("/leads").headers


def test_a_capture_screen_with_news_on_it_is_not_kept(browser_of: Browsers) -> None:
    phone = browser_of(cast.SAM)
    phone.cookies.set("notice", "V2VsY29tZQ==")

    assert MARK not in phone.get(CAPTURE).headers


def test_the_mark_of_a_capture_screen_stays_while_it_shows_the_same(browser_of: Browsers) -> None:
    phone = browser_of(cast.SAM)

    assert phone.get(CAPTURE).headers[MARK] == phone.get(CAPTURE).headers[MARK]


def test_another_member_has_a_capture_screen_of_another_mark(browser_of: Browsers) -> None:
    marks = {browser_of(person).get(CAPTURE).headers[MARK] for person in (cast.SAM, cast.MEI)}

    assert len(marks) == 2


def test_another_language_gives_the_capture_screen_another_mark(browser_of: Browsers) -> None:
    phone = browser_of(cast.SAM)
    english = phone.get(CAPTURE).headers[MARK]

    phone.post("/language", data={"language": "zh-Hans", "next": "/more"})

    assert phone.get(CAPTURE).headers[MARK] != english


@pytest.mark.parametrize(("language", "words"), [("en", "No connection"), ("zh-Hans", "没有网络")])
def test_the_offline_page_speaks_the_language_of_its_address_and_names_nobody(
    browser_of: Browsers, language: str, words: str
) -> None:
    page = browser_of(cast.SAM).get(f"/offline/{language}")

    assert words in page.text
    assert f'<html lang="{language}">' in page.text
    assert "Sam" not in page.text


def test_an_offline_page_in_a_language_we_do_not_speak_is_not_there(client: TestClient) -> None:
    assert client.get("/offline/xx").status_code == 404


@pytest.mark.parametrize(("language", "capture"), [("en", "Capture"), ("zh-Hans", "采集")])
def test_the_home_screen_opens_capture_in_a_window_of_its_own(
    client: TestClient, language: str, capture: str
) -> None:
    answer = client.get("/manifest.webmanifest", params={"language": language})

    manifest = answer.json()
    assert answer.headers["content-type"] == "application/manifest+json"
    assert (manifest["start_url"], manifest["display"], manifest["lang"]) == (
        CAPTURE, "standalone", language,
    )  # fmt: skip
    assert manifest["shortcuts"][0]["name"] == capture


def test_every_icon_of_the_home_screen_is_there(client: TestClient) -> None:
    icons = client.get("/manifest.webmanifest").json()["icons"]

    assert {icon["purpose"] for icon in icons} == {"any", "maskable"}
    assert {client.get(icon["src"]).headers["content-type"] for icon in icons} == {"image/png"}


def test_every_page_names_the_manifest_in_its_language(client: TestClient) -> None:
    page = client.get("/sign-in", headers={"Accept-Language": "zh-CN"}).text

    assert 'href="/manifest.webmanifest?language=zh-Hans"' in page
