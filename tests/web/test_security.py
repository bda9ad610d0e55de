import pytest
from fastapi import FastAPI, Request, Response
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from app.web.security import (
    CONTENT_SECURITY_POLICY,
    LARGEST_BODY,
    keeps_its_certificate,
    same_origin,
)
from tests.conftest import ORIGIN


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "same-site", "origin": ORIGIN}, False),
        ({"sec-fetch-site": "cross-site", "origin": ORIGIN}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"origin": ORIGIN}, True),
        ({"origin": "https://showfloor.test:8443"}, False),
        ({"origin": "https://evil.test"}, False),
        ({"origin": "null"}, False),
        ({"origin": "null", "host": ""}, False),
        ({"origin": "http://["}, False),
        ({"origin": "https://evil.test@showfloor.test"}, False),
        ({}, False),
    ],
)
def test_a_write_is_ours_when_the_browser_says_so(headers: dict[str, str], ours: bool) -> None:
    assert same_origin(Headers({"host": "showfloor.test", **headers})) is ours


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_write_from_another_site_is_refused(client: TestClient, method: str) -> None:
    answer = client.request(method, "/anything", headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403


def test_reading_is_free_to_links_from_other_sites(client: TestClient) -> None:
    assert client.get(
        "/static/x/base/mark.svg", headers={"Sec-Fetch-Site": "cross-site"}
    ).is_success


def test_no_script_or_style_may_stand_in_a_page() -> None:
    assert "unsafe-inline" not in CONTENT_SECURITY_POLICY
    assert "'unsafe-eval'" not in CONTENT_SECURITY_POLICY
    assert "http:" not in CONTENT_SECURITY_POLICY
    assert "default-src 'none'" in CONTENT_SECURITY_POLICY


@pytest.mark.parametrize("path", ["/nothing-is-here", "/static/x/base/mark.svg", "/sign-in"])
def test_every_answer_is_protected(client: TestClient, path: str) -> None:
    headers = client.get(path).headers

    assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "max-age" in headers["strict-transport-security"]


@pytest.mark.parametrize(
    ("host", "kept"),
    [
        ("leads.example.com", True),
        ("leads.example.com:8443", True),
        ("192.168.1.5:8443", False),
        ("192.168.1.5", False),
        ("[fd00::2]:8443", False),
        ("[fd00::2]", False),
        ("localhost:8443", False),
        ("laptop", False),
        ("laptop.local:8443", False),
        ("LAPTOP.LOCAL", False),
        ("showfloor.home.arpa", False),
        ("", False),
    ],
)
def test_a_browser_is_bound_to_https_where_the_certificate_will_not_change(
    host: str, kept: bool
) -> None:
    assert keeps_its_certificate(host) is kept


def test_a_laptop_does_not_bind_phones_to_its_certificate(client: TestClient) -> None:
    headers = client.get("https://192.168.1.5:8443/sign-in").headers

    assert "strict-transport-security" not in headers
    assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY


def test_a_refusal_is_protected_too(client: TestClient) -> None:
    answer = client.post("/anything", headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.headers["content-security-policy"] == CONTENT_SECURITY_POLICY


def test_pages_are_kept_by_nobody(client: TestClient) -> None:
    assert client.get("/nothing-is-here").headers["cache-control"] == "no-store"


def test_a_body_that_says_it_is_too_large_is_refused_unread(client: TestClient) -> None:
    answer = client.post("/anything", headers={"Content-Length": str(LARGEST_BODY + 1)})

    assert answer.status_code == 413


@pytest.fixture
def counting(app: FastAPI) -> FastAPI:
    """The app with an address that reads all it is sent."""

    @app.post("/count")
    async def count(request: Request) -> Response:
        return Response(str(len(await request.body())))

    return app


def test_a_body_that_goes_on_for_too_long_is_cut_off(counting: FastAPI, client: TestClient) -> None:
    answer = client.post("/count", content=iter([bytes(LARGEST_BODY), b"one more"]))

    assert answer.status_code == 413


def test_a_body_within_the_limit_arrives_whole(counting: FastAPI, client: TestClient) -> None:
    assert client.post("/count", content=iter([bytes(1000), bytes(24)])).text == "1024"


@pytest.mark.parametrize("length", ["abc", "-1", "\u0663", "9" * 5000])
def test_a_length_that_is_none_breaks_nothing(client: TestClient, length: str) -> None:
    answer = client.get("/sign-in", headers={"Content-Length": length.encode()})

    assert answer.status_code in (200, 413)
