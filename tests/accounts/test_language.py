"""The language of a browser, and of the member signed in on it."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from app.accounts.models import Member
from app.db import Database
from tests import cast
from tests.cast import Person

CHINESE = {"language": "zh-Hans", "next": "/sign-in"}


def test_a_browser_keeps_the_language_chosen_on_it(client: TestClient) -> None:
    answer = client.post("/language", data=CHINESE)

    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    assert '<html lang="zh-Hans">' in client.get("/sign-in").text


def test_a_member_keeps_the_language_on_every_device(
    browser_of: Callable[[Person], TestClient], database: Database
) -> None:
    browser_of(cast.SAM).post("/language", data=CHINESE)

    assert '<html lang="zh-Hans">' in browser_of(cast.SAM).get("/profile").text
    with database.reading() as session:
        assert session.get_one(Member, cast.MEI.member_id).language is None


@pytest.mark.parametrize(
    "address", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1", ""]
)
def test_choosing_a_language_never_leads_to_another_site(client: TestClient, address: str) -> None:
    answer = client.post("/language", data={"language": "en", "next": address})

    assert answer.headers["location"] == "/"


def test_a_language_we_do_not_speak_is_a_bad_request(client: TestClient) -> None:
    answer = client.post("/language", data={"language": "tlh"})

    assert answer.status_code == 400
    assert "language" not in client.cookies
