"""The door: what is served unencrypted, and what is not."""

import plistlib
import re
from collections.abc import Callable
from dataclasses import replace
from ipaddress import IPv4Address

import pytest
from cryptography import x509
from fastapi import FastAPI
from starlette.testclient import TestClient

from app.config import Settings
from app.lan.authority import fingerprint, name_of
from app.lan.laptop import Laptop
from app.main import create_app, create_door
from tests import cast
from tests.architecture.addresses import addresses_of
from tests.lan.certificates import BOOTH, LAPTOP, a_signer

HOTSPOT = IPv4Address("172.20.10.4")
MEIS = Laptop(LAPTOP, (BOOTH, HOTSPOT), 8443, 8080, a_signer().authority)
IPHONE = {"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Safari"}
ANDROID = {"User-Agent": "Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/141 Mobile"}


@pytest.fixture
def door() -> TestClient:
    return TestClient(create_door(MEIS), base_url=MEIS.door, follow_redirects=False)


def test_the_page_tells_the_fingerprint_and_the_name_to_look_for(door: TestClient) -> None:
    page = door.get("/").text

    assert "".join(re.findall(r"<span>([0-9A-F]{2})</span>", page)) == fingerprint(
        MEIS.authority
    ).replace(" ", "")
    assert name_of(MEIS.authority) in page


@pytest.mark.parametrize(
    ("headers", "first", "later"),
    [(IPHONE, "iPhone", "Android"), (ANDROID, "Android", "iPhone"), ({}, "computer", "iPhone")],
)
def test_a_phone_s_own_way_is_shown_first_and_the_others_below(
    door: TestClient, headers: dict[str, str], first: str, later: str
) -> None:
    titles = re.findall(r"<h2[^>]*>(On an?[^<]+)<", door.get("/", headers=headers).text)

    assert first in titles[0]
    assert any(later in title for title in titles[1:])
    assert len(titles) == 3


@pytest.mark.parametrize("host", ["192.168.1.5", "172.20.10.4"])
def test_a_phone_stays_in_the_network_it_came_by(host: str) -> None:
    door = TestClient(create_door(MEIS), base_url=f"http://{host}:8080")

    answer = door.get("/")

    assert f'data-asks="https://{host}:8443/health"' in answer.text
    assert f"connect-src 'self' https://{host}:8443;" in answer.headers["content-security-policy"]


def test_a_stranger_s_name_is_not_repeated(door: TestClient) -> None:
    answer = door.get("/", headers={"Host": "evil.example:8080"})

    assert "evil.example" not in answer.text + str(answer.headers)


def test_the_page_is_in_the_reader_s_language_or_in_the_one_that_was_tapped(
    door: TestClient,
) -> None:
    assert 'lang="zh-Hans"' in door.get("/", headers={"Accept-Language": "zh-CN"}).text[:100]
    assert 'lang="zh-Hans"' in door.get("/?language=zh-Hans").text[:100]
    assert 'lang="en"' in door.get("/?language=xx").text[:100]


def test_the_files_come_with_the_kinds_that_phones_install(door: TestClient) -> None:
    certificate, profile = door.get("/showfloor.crt"), door.get("/showfloor.mobileconfig")

    assert certificate.headers["content-type"] == "application/x-x509-ca-cert"
    assert 'filename="showfloor.crt"' in certificate.headers["content-disposition"]
    assert x509.load_der_x509_certificate(certificate.content) == MEIS.authority
    assert profile.headers["content-type"] == "application/x-apple-aspen-config"
    assert "content-disposition" not in profile.headers
    assert plistlib.loads(profile.content)["PayloadType"] == "Configuration"


def test_nothing_of_showfloor_itself_is_behind_the_door(door: TestClient) -> None:
    pages = {
        address.filled
        for address in addresses_of(create_app(Settings()))
        if address.method == "GET" and address.path != "/"
    }

    given = {page: door.get(page).headers.get("location") for page in pages}

    assert set(given.values()) == {"/"}


def test_nothing_can_be_sent_through_the_door(door: TestClient) -> None:
    ours = {"Origin": MEIS.door, "Sec-Fetch-Site": "same-origin"}

    answers = {
        address.filled: door.post(address.filled, headers=ours).status_code
        for address in addresses_of(create_app(Settings()))
        if address.method == "POST"
    }

    assert set(answers.values()) == {405}


def test_the_door_sets_no_cookie_and_is_kept_by_nobody(door: TestClient) -> None:
    headers = door.get("/").headers

    assert "set-cookie" not in headers
    assert headers["cache-control"] == "no-store"


def test_a_laptop_that_has_moved_is_told_at_its_new_address() -> None:
    app = create_door(MEIS)
    app.state.laptop = replace(MEIS, addresses=(HOTSPOT,))

    page = TestClient(app, base_url="http://172.20.10.4:8080").get("/").text

    assert "192.168.1.5:" not in page


@pytest.fixture
def app(database_url: str) -> FastAPI:
    """The app as LAN mode starts it."""
    return create_app(Settings(database_url=database_url, public_url=MEIS.origin, lan=True))


def test_a_joining_code_leads_to_the_laptop_wherever_the_manager_looks_at_it(
    browser_of: Callable[[cast.Person], TestClient],
) -> None:
    manager = browser_of(cast.MEI)
    manager.headers["Host"] = "localhost:8000"

    page = manager.post("/join-codes", data={"role": "booth", "hours": "24"}).text

    assert "https://192.168.1.5:8443/join/" in page
    assert "http://192.168.1.5:8080" in page


def test_a_page_of_the_door_may_ask_whether_the_laptop_is_there(client: TestClient) -> None:
    assert client.get("/health").headers["cross-origin-resource-policy"] == "cross-origin"
    assert client.get("/sign-in").headers["cross-origin-resource-policy"] == "same-origin"


def test_the_page_links_nothing_that_the_door_does_not_serve(door: TestClient) -> None:
    page = door.get("/", headers=IPHONE).text
    linked = set(re.findall(r'(?:href|src)="(/[^"#]*)', page))

    given = {path: door.get(path).status_code for path in linked}

    assert set(given.values()) == {200}
