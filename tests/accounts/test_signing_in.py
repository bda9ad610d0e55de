"""Signing in with e-mail and password, and out again."""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest
from fastapi import FastAPI
from httpx import Response
from sqlmodel import col, select
from starlette.testclient import TestClient

from app.accounts.models import Device, Member, SignIn, SignInAttempt
from app.accounts.secrets import hashed_token
from app.db import Database
from app.kit.clock import now
from tests import cast
from tests.cast import Person

Browsers = Callable[[Person], TestClient]


def _sign_in(browser: TestClient, password: str = cast.PASSWORD, email: str = "") -> Response:
    sent = {"email": email or cast.HANA.email, "password": password}
    answer: Response = browser.post("/sign-in", data=sent)
    return answer


def test_a_member_signs_in_and_begins_at_home(client: TestClient) -> None:
    answer = _sign_in(client)

    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in/kept")
    assert client.get("/sign-in/kept").headers["location"] == "/"
    assert client.get("/profile").status_code == 200


def test_who_came_for_a_page_gets_there_after_signing_in_and_only_once(client: TestClient) -> None:
    assert client.get("/leads?q=小明&rating=hot").headers["location"] == "/sign-in"

    _sign_in(client)

    wanted = client.get("/sign-in/kept").headers["location"]
    assert dict(parse_qsl(urlsplit(wanted).query)) == {"q": "小明", "rating": "hot"}
    assert urlsplit(wanted).path == "/leads"
    assert client.get("/sign-in/kept").headers["location"] == "/"


@pytest.mark.parametrize("elsewhere", ["https://evil.example", "//evil.example", "/\\evil", "?"])
def test_nobody_is_sent_anywhere_else_after_signing_in(client: TestClient, elsewhere: str) -> None:
    _sign_in(client)
    client.cookies.set("came_for", urlsafe_b64encode(elsewhere.encode()).decode())

    assert client.get("/sign-in/kept").headers["location"] == "/"


def test_an_e_mail_address_is_the_same_in_any_case(client: TestClient) -> None:
    assert _sign_in(client, email="HANA@Kogyo.Example").status_code == 303


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(client: TestClient) -> None:
    cookie = _sign_in(client).headers["set-cookie"].lower()

    assert "httponly" in cookie
    assert "secure" in cookie
    assert "samesite=lax" in cookie
    assert "domain" not in cookie


def test_the_token_is_stored_as_its_hash_only(client: TestClient, database: Database) -> None:
    _sign_in(client)
    token = client.cookies["sign_in"]

    with database.reading() as session:
        stored = session.exec(select(SignIn.token_hash)).all()
    assert hashed_token(token) in stored
    assert token not in stored


def test_the_device_has_the_name_of_its_kind(client: TestClient, database: Database) -> None:
    client.headers["User-Agent"] = "Mozilla/5.0 (iPhone) Version/18.1 Mobile Safari/604.1"

    _sign_in(client)

    with database.reading() as session:
        assert "iPhone · Safari" in session.exec(select(Device.name)).all()


@pytest.mark.parametrize("email", ["hana@kogyo.example", "nobody@kogyo.example"])
def test_a_wrong_password_and_an_unknown_member_are_told_the_same(
    client: TestClient, email: str
) -> None:
    answer = _sign_in(client, "wrong password", email)

    assert answer.status_code == 422
    assert "The e-mail address or the password is wrong." in answer.text
    assert f'value="{email}"' in answer.text
    assert "wrong password" not in answer.text
    assert "sign_in" not in client.cookies


def test_a_member_without_a_password_cannot_sign_in(client: TestClient, database: Database) -> None:
    with database.writing() as session:
        member = session.get_one(Member, cast.LIN.member_id)
        member.password_hash = None

    assert _sign_in(client, email="lin@kogyo.example").status_code == 422


def test_an_empty_form_says_what_is_missing_at_its_fields(client: TestClient) -> None:
    answer = client.post("/sign-in", data={})

    assert answer.status_code == 422
    assert 'id="email-error"' in answer.text
    assert 'id="password-error"' in answer.text


def test_after_ten_wrong_passwords_the_right_one_waits_too(client: TestClient) -> None:
    wrong = [_sign_in(client, "wrong").status_code for _ in range(10)]
    answer = _sign_in(client)

    assert wrong == [422] * 10
    assert answer.status_code == 429
    assert "You can try again in 15 minutes." in answer.text
    assert 'value="hana@kogyo.example"' in answer.text
    assert 0 < int(answer.headers["retry-after"]) <= 900


def test_another_member_signs_in_meanwhile(client: TestClient) -> None:
    for _ in range(11):
        _sign_in(client, "wrong")

    assert _sign_in(client, email="mei@kogyo.example").status_code == 303


def test_the_wait_ends_when_the_tries_are_old(client: TestClient, database: Database) -> None:
    for _ in range(11):
        _sign_in(client, "wrong")
    with database.writing() as session:
        for attempt in session.exec(select(SignInAttempt)):
            attempt.at -= timedelta(minutes=16)

    assert _sign_in(client).status_code == 303


def test_the_right_password_forgets_the_wrong_ones_before_it(client: TestClient) -> None:
    for _ in range(9):
        _sign_in(client, "wrong")
    _sign_in(client)
    client.cookies.clear()

    assert [_sign_in(client, "wrong").status_code for _ in range(9)] == [422] * 9


def test_one_address_that_tries_many_members_is_slowed_down(
    app: FastAPI, client: TestClient
) -> None:
    app.state.settings = app.state.settings.model_copy(update={"sign_in_tries": 3})

    tries = [_sign_in(client, "x", f"guess{n}@kogyo.example").status_code for n in range(31)]

    assert tries == [422] * 30 + [429]


def test_tries_at_the_same_moment_are_all_counted(client: TestClient) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: _sign_in(client, "wrong").status_code, range(16)))

    assert sorted(answers) == [422] * 10 + [429] * 6


def test_what_is_counted_holds_no_address(client: TestClient, database: Database) -> None:
    _sign_in(client, "wrong")

    with database.reading() as session:
        subjects = session.exec(select(SignInAttempt.subject)).all()
    assert len(subjects) == 2
    assert all(len(subject) == 64 and "kogyo" not in subject for subject in subjects)


def test_a_sign_in_ends_by_itself(browser_of: Browsers, database: Database) -> None:
    with database.writing() as session:
        for entry in session.exec(select(SignIn)):
            entry.expires_at = now()

    assert browser_of(cast.HANA).get("/profile").headers["location"] == "/sign-in"


def test_signing_out_ends_the_sign_in_and_takes_the_cookie(
    browser_of: Browsers, database: Database
) -> None:
    browser = browser_of(cast.SAM)

    answer = browser.post("/sign-out")

    assert answer.headers["location"] == "/sign-in"
    assert 'sign_in=""' in answer.headers["set-cookie"]
    assert browser_of(cast.SAM).get("/profile").headers["location"] == "/sign-in"
    with database.reading() as session:
        left = select(SignIn).where(col(SignIn.member_id) == cast.SAM.member_id)
        assert session.exec(left).all() == []


def test_nobody_can_sign_out_who_is_not_in(client: TestClient) -> None:
    assert client.post("/sign-out").headers["location"] == "/sign-in"


def test_who_signs_in_as_another_ends_the_first_sign_in(browser_of: Browsers) -> None:
    browser = browser_of(cast.MEI)

    _sign_in(browser)

    assert browser_of(cast.MEI).get("/profile").status_code == 303


def test_who_is_in_already_is_sent_home_from_the_sign_in_page(browser_of: Browsers) -> None:
    assert browser_of(cast.SAM).get("/sign-in").headers["location"] == "/"


def test_a_browser_that_kept_nothing_is_told_so_and_not_sent_in_circles(client: TestClient) -> None:
    answer = client.get("/sign-in/kept")

    assert answer.status_code == 200
    assert "Your browser did not keep the sign-in" in answer.text


def test_on_an_unencrypted_address_the_page_explains_instead_of_asking(client: TestClient) -> None:
    answer = client.get("http://192.168.1.5:8000/sign-in")

    assert "This address is not secure" in answer.text
    assert 'type="password"' not in answer.text


def test_an_address_to_go_on_to_is_not_taken_from_the_form(client: TestClient) -> None:
    sent = {"email": cast.HANA.email, "password": cast.PASSWORD, "next": "//evil.example"}

    assert client.post("/sign-in", data=sent).headers["location"] == "/sign-in/kept"


def test_a_device_is_seen_anew_after_a_while(browser_of: Browsers, database: Database) -> None:
    yesterday = now() - timedelta(days=1)
    with database.writing() as session:
        session.get_one(Device, cast.SAM.device_id).seen_at = yesterday

    browser_of(cast.SAM).get("/profile")

    with database.reading() as session:
        seen_at = session.get_one(Device, cast.SAM.device_id).seen_at
    assert now() - seen_at < timedelta(minutes=1)
