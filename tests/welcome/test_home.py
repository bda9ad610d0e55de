"""Where everybody begins, and everything that is not on the tabs."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from app.db import Database
from app.shows.models import Show
from tests import cast
from tests.cast import Person

Browsers = Callable[[Person], TestClient]


@pytest.mark.parametrize(
    ("person", "page"),
    [
        (cast.HANA, "/captures/new"),
        (cast.MEI, "/captures/new"),
        (cast.SAM, "/captures/new"),
        (cast.LIN, "/leads"),
    ],
    ids=["owner", "manager", "booth", "sales"],
)
def test_everybody_begins_where_they_work(browser_of: Browsers, person: Person, page: str) -> None:
    assert browser_of(person).get("/").headers["location"] == page


def test_who_is_not_signed_in_is_asked_to(client: TestClient) -> None:
    assert client.get("/").headers["location"] == "/sign-in"


@pytest.mark.parametrize("person", [cast.HANA, cast.MEI], ids=["owner", "manager"])
def test_the_menu_leads_keepers_to_everything(browser_of: Browsers, person: Person) -> None:
    page = browser_of(person).get("/more").text

    for address in ("/shows", "/join-codes", "/members", "/roles", "/profile"):
        assert f'href="{address}"' in page
    assert 'action="/demo"' in page


@pytest.mark.parametrize("person", [cast.SAM, cast.LIN], ids=["booth", "sales"])
def test_the_menu_shows_nobody_what_is_not_for_them(browser_of: Browsers, person: Person) -> None:
    page = browser_of(person).get("/more").text

    assert 'href="/profile"' in page
    assert "/members" not in page
    assert "/join-codes" not in page
    assert "/demo" not in page


def test_signing_out_is_a_form_that_a_script_can_find(browser_of: Browsers) -> None:
    page = browser_of(cast.SAM).get("/more").text

    assert '<form id="sign-out" method="post" action="/sign-out">' in page


def test_a_demo_that_is_there_can_be_removed(browser_of: Browsers, database: Database) -> None:
    with database.writing() as session:
        session.get_one(Show, cast.CANTON).is_demo = True

    assert 'action="/demo/removal"' in browser_of(cast.MEI).get("/more").text


def test_the_menu_is_for_who_is_signed_in(client: TestClient) -> None:
    assert client.get("/more").headers["location"] == "/sign-in"
