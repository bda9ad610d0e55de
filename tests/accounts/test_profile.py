"""What members say about themselves."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from app.accounts.models import Member
from app.accounts.secrets import hashed_token, password_matches
from app.accounts.service import sign_in
from app.db import Database
from tests import cast
from tests.cast import Person

Browsers = Callable[[Person], TestClient]
NEW = "a new long password"


def _form(**changed: str) -> dict[str, str]:
    return {"name": "Lin Wei", "email": "lin@kogyo.example", "language": "", **changed}


def _lin(database: Database) -> Member:
    with database.reading() as session:
        return session.get_one(Member, cast.LIN.member_id)


def _second_device(database: Database) -> str:
    with database.writing() as session:
        lin = session.get_one(Member, cast.LIN.member_id)
        token = sign_in(session, lin, device_name="Laptop", days=1)
    assert hashed_token(token)
    return token


def test_a_member_changes_name_and_language(browser_of: Browsers, database: Database) -> None:
    browser = browser_of(cast.LIN)

    answer = browser.post("/profile", data=_form(name="林薇", language="zh-Hans"))

    assert answer.headers["location"] == "/more"
    assert (_lin(database).name, _lin(database).language) == ("林薇", "zh-Hans")
    assert '<html lang="zh-Hans">' in browser.get("/profile").text


def test_a_new_password_needs_the_present_one(browser_of: Browsers, database: Database) -> None:
    form = _form(new_password=NEW, password="wrong password")

    answer = browser_of(cast.LIN).post("/profile", data=form)

    assert answer.status_code == 422
    assert 'id="password-error"' in answer.text
    assert "wrong password" not in answer.text
    assert NEW not in answer.text
    assert password_matches(cast.PASSWORD, _lin(database).password_hash)


def test_a_new_address_needs_the_present_password(browser_of: Browsers, database: Database) -> None:
    answer = browser_of(cast.LIN).post("/profile", data=_form(email="new@kogyo.example"))

    assert answer.status_code == 422
    assert _lin(database).email == "lin@kogyo.example"


def test_a_new_password_ends_the_members_other_sign_ins(
    browser_of: Browsers, client: TestClient, database: Database
) -> None:
    laptop = _second_device(database)
    form = _form(new_password=NEW, password=cast.PASSWORD)

    browser_of(cast.LIN).post("/profile", data=form)

    client.cookies.set("sign_in", laptop)
    assert client.get("/profile").headers["location"] == "/sign-in"
    assert browser_of(cast.LIN).get("/profile").status_code == 200
    assert password_matches(NEW, _lin(database).password_hash)


def test_guessing_the_present_password_is_slowed_down(browser_of: Browsers) -> None:
    browser, form = browser_of(cast.LIN), _form(new_password=NEW, password="guess")

    tries = [browser.post("/profile", data=form).status_code for _ in range(11)]

    assert tries == [422] * 10 + [429]


def test_who_joined_by_code_gets_a_password_without_having_one(
    browser_of: Browsers, client: TestClient
) -> None:
    form = {"name": "Sam Okafor", "email": "sam@kogyo.example", "new_password": NEW}

    browser_of(cast.SAM).post("/profile", data=form)

    sent = {"email": "sam@kogyo.example", "password": NEW}
    assert client.post("/sign-in", data=sent).status_code == 303


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": ""}, "name"),
        ({"language": "xx"}, "language"),
        ({"email": "nonsense"}, "email"),
        ({"email": "mei@kogyo.example", "password": cast.PASSWORD}, "email"),
        ({"email": "", "new_password": NEW}, "email"),
        ({"new_password": "short"}, "new_password"),
    ],
)
def test_a_wrong_entry_is_told_at_its_field_and_nothing_is_saved(
    browser_of: Browsers, database: Database, changed: dict[str, str], field: str
) -> None:
    answer = browser_of(cast.LIN).post("/profile", data=_form(**{"name": "Lin W", **changed}))

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert _lin(database).name == "Lin Wei"


def test_an_owner_keeps_a_way_to_sign_in(browser_of: Browsers) -> None:
    form = {"name": "Hana Sato", "email": "", "password": cast.PASSWORD}

    answer = browser_of(cast.HANA).post("/profile", data=form)

    assert answer.status_code == 422
    assert "An owner needs an e-mail address and a password." in answer.text


def test_a_profile_is_for_who_is_signed_in(client: TestClient) -> None:
    assert client.get("/profile").headers["location"] == "/sign-in"
    assert client.post("/profile", data=_form()).headers["location"] == "/sign-in"


def test_script_in_a_name_is_shown_as_text(browser_of: Browsers) -> None:
    browser = browser_of(cast.LIN)

    browser.post("/profile", data=_form(name="<script>alert(1)</script>"))

    page = browser.get("/more").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
