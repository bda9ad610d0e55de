from uuid import UUID

import pytest
from fastapi import FastAPI, Response
from starlette.testclient import TestClient

from app.accounts.current import CurrentActor
from app.web.errors import NotAllowed, NotFound
from app.web.security import CONTENT_SECURITY_POLICY
from tests.conftest import ORIGIN


@pytest.fixture
def failing(app: FastAPI) -> FastAPI:
    """The app with addresses that fail in every way there is."""

    @app.get("/private")
    def private(actor: CurrentActor) -> Response:
        return Response(actor.name)

    @app.get("/things/{thing_id}")
    def thing(thing_id: UUID, count: int = 0) -> Response:
        raise NotFound

    @app.get("/forbidden")
    def forbidden() -> Response:
        raise NotAllowed

    @app.get("/broken")
    def broken() -> Response:
        raise RuntimeError("secret detail")

    return app


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing-is-here", 404),
        ("/things/01a00000-0000-7000-8000-000000000001", 404),
        ("/things/42", 404),
        ("/things/01a00000-0000-7000-8000-000000000001?count=many", 400),
        ("/forbidden", 403),
    ],
)
def test_an_error_is_a_page_that_a_person_can_read(
    failing: FastAPI, client: TestClient, path: str, status: int
) -> None:
    answer = client.get(path)

    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert "<h1" in answer.text


def test_an_error_speaks_the_readers_language(client: TestClient) -> None:
    answer = client.get("/nothing-is-here", headers={"Accept-Language": "zh-CN"})

    assert '<html lang="zh-Hans">' in answer.text


def test_a_script_gets_its_error_as_json(failing: FastAPI, client: TestClient) -> None:
    answer = client.get("/forbidden", headers={"Accept": "application/json"})

    assert (answer.status_code, answer.json()) == (403, {"error": 403})


def test_whoever_is_not_signed_in_is_sent_to_the_sign_in_page(
    failing: FastAPI, client: TestClient
) -> None:
    answer = client.get("/private")

    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")


def test_a_script_that_is_not_signed_in_is_told_so(failing: FastAPI, client: TestClient) -> None:
    answer = client.get("/private", headers={"Accept": "application/json"})

    assert (answer.status_code, answer.json()) == (401, {"error": "sign_in"})


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(
    failing: FastAPI, client: TestClient
) -> None:
    answer = client.get("/private", headers={"HX-Request": "true"})

    assert (answer.status_code, answer.headers["hx-redirect"]) == (401, "/sign-in")


def test_an_unexpected_error_tells_nothing_of_its_inside(
    failing: FastAPI, client: TestClient
) -> None:
    unraised = TestClient(failing, raise_server_exceptions=False)

    answer = unraised.get("/broken")

    assert answer.status_code == 500
    assert "secret detail" not in answer.text
    assert "<h1" in answer.text


def test_an_unexpected_error_is_protected_as_every_answer_is(
    failing: FastAPI, client: TestClient
) -> None:
    unraised = TestClient(failing, base_url=ORIGIN, raise_server_exceptions=False)

    headers = unraised.get("/broken").headers

    assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert headers["cache-control"] == "no-store"
    assert "max-age" in headers["strict-transport-security"]
