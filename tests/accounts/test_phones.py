"""The page of codes that let phones in, and signing a phone out."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from fastapi import FastAPI
from sqlmodel import select
from starlette.testclient import TestClient

from app.accounts.models import JoinCode
from app.accounts.secrets import hashed_token
from app.db import Database
from app.kit.clock import now
from tests import cast
from tests.cast import Person
from tests.conftest import ORIGIN

Browsers = Callable[[Person], TestClient]
FORM = {"role": "booth", "hours": "24"}


def _address_in(html: str) -> str:
    found = re.search(r'id="join-address">([^<]+)<', html)
    assert found
    return found[1]


def test_a_manager_gets_a_code_as_picture_and_as_text(browser_of: Browsers) -> None:
    answer = browser_of(cast.MEI).post("/join-codes", data=FORM)

    assert answer.status_code == 200
    assert _address_in(answer.text).startswith(f"{ORIGIN}/join/")
    assert re.search(r'<path d="(M\d+ \d+h\d+v1h-\d+z){100,}"', answer.text)
    assert "style=" not in answer.text


def test_a_code_is_stored_as_its_hash_and_shown_once(
    browser_of: Browsers, database: Database
) -> None:
    browser = browser_of(cast.MEI)

    secret = _address_in(browser.post("/join-codes", data=FORM).text).rsplit("/", 1)[1]

    with database.reading() as session:
        [code] = session.exec(select(JoinCode)).all()
    assert code.code_hash == hashed_token(secret)
    assert secret not in browser.get("/join-codes").text


def test_a_code_has_the_role_the_end_and_the_uses_that_were_chosen(
    browser_of: Browsers, database: Database
) -> None:
    form = {"role": "sales", "hours": "8", "single_use": "on"}

    browser_of(cast.MEI).post("/join-codes", data=form)

    with database.reading() as session:
        [code] = session.exec(select(JoinCode)).all()
    assert (code.role, code.single_use, code.exhibitor_id) == ("sales", True, cast.KOGYO)
    assert abs(code.expires_at - now() - timedelta(hours=8)) < timedelta(minutes=1)


def test_the_page_of_a_new_code_loaded_again_makes_no_other(
    browser_of: Browsers, database: Database
) -> None:
    browser = browser_of(cast.MEI)
    once = re.search(r'name="once" value="([^"]+)"', browser.get("/join-codes").text)
    assert once
    form = {**FORM, "once": once[1]}

    first, again = browser.post("/join-codes", data=form), browser.post("/join-codes", data=form)

    assert _address_in(first.text) == _address_in(again.text)
    with database.reading() as session:
        assert len(session.exec(select(JoinCode)).all()) == 1


def test_a_stopped_code_is_not_shown_again(browser_of: Browsers, database: Database) -> None:
    browser, form = browser_of(cast.MEI), {**FORM, "once": "a" * 22}
    browser.post("/join-codes", data=form)
    with database.writing() as session:
        session.exec(select(JoinCode)).one().revoked_at = now()

    answer = browser.post("/join-codes", data=form)

    assert answer.status_code == 422
    assert "That code is no longer good." in answer.text


@pytest.mark.parametrize("once", ["short", "a" * 21 + "/", "\u00e9" * 22, "a" * 5000])
def test_no_code_gets_a_secret_that_the_form_did_not_make(browser_of: Browsers, once: str) -> None:
    answer = browser_of(cast.MEI).post("/join-codes", data={**FORM, "once": once})

    assert not _address_in(answer.text).endswith(once)


def test_nobody_is_shown_a_colleagues_code_by_its_secret(browser_of: Browsers) -> None:
    form = {**FORM, "once": "a" * 22}
    browser_of(cast.HANA).post("/join-codes", data=form)

    answer = browser_of(cast.MEI).post("/join-codes", data=form)

    assert answer.status_code == 422
    assert "join-address" not in answer.text


def test_an_owner_may_invite_a_manager(browser_of: Browsers) -> None:
    answer = browser_of(cast.HANA).post("/join-codes", data={**FORM, "role": "manager"})

    assert "/join/" in _address_in(answer.text)


@pytest.mark.parametrize(
    ("person", "role"),
    [(cast.MEI, "manager"), (cast.MEI, "owner"), (cast.HANA, "owner"), (cast.HANA, "king")],
)
def test_a_role_that_one_may_not_give_is_refused_at_its_field(
    browser_of: Browsers, database: Database, person: Person, role: str
) -> None:
    answer = browser_of(person).post("/join-codes", data={**FORM, "role": role})

    assert answer.status_code == 422
    assert 'id="role-error"' in answer.text
    with database.reading() as session:
        assert session.exec(select(JoinCode)).all() == []


@pytest.mark.parametrize("hours", ["0", "721", "soon", ""])
def test_a_code_lasts_between_an_hour_and_a_month(browser_of: Browsers, hours: str) -> None:
    answer = browser_of(cast.MEI).post("/join-codes", data={**FORM, "hours": hours})

    assert answer.status_code == 422
    assert 'id="hours-error"' in answer.text


def test_the_page_lists_open_codes_with_who_made_them(browser_of: Browsers) -> None:
    browser_of(cast.HANA).post("/join-codes", data=FORM)

    page = browser_of(cast.MEI).get("/join-codes").text

    assert "0 joined · ends in 24 hours" in page
    assert "by Hana Sato" in page


def _code(database: Database, **values: object) -> JoinCode:
    code = JoinCode(
        exhibitor_id=cast.KOGYO,
        code_hash=hashed_token("secret"),
        role="booth",
        created_by_id=cast.MEI.member_id,
        expires_at=now() + timedelta(hours=1),
    ).sqlmodel_update(values)
    with database.writing() as session:
        session.add(code)
    return code


@pytest.mark.parametrize(
    "values",
    [
        {"revoked_at": now()},
        {"expires_at": now() - timedelta(minutes=1)},
        {"single_use": True, "uses": 1},
    ],
)
def test_a_code_that_lets_nobody_in_is_not_listed(
    browser_of: Browsers, database: Database, values: dict[str, object]
) -> None:
    _code(database, **values)

    assert "No code is open" in browser_of(cast.MEI).get("/join-codes").text


def test_a_stopped_code_lets_nobody_in(browser_of: Browsers, database: Database) -> None:
    code = _code(database)

    answer = browser_of(cast.MEI).post(f"/join-codes/{code.id}/revocation")

    assert answer.headers["location"] == "/join-codes"
    assert browser_of(cast.SAM).get("/join/secret").status_code == 410


def test_a_signed_out_phone_is_out_at_once(browser_of: Browsers) -> None:
    sams = browser_of(cast.SAM)
    assert sams.get("/profile").status_code == 200

    answer = browser_of(cast.MEI).post(f"/devices/{cast.SAM.device_id}/revocation")

    assert answer.headers["location"] == "/devices"
    assert sams.get("/profile").headers["location"] == "/sign-in"


def test_signing_a_phone_out_twice_is_no_error(browser_of: Browsers) -> None:
    address = f"/devices/{cast.SAM.device_id}/revocation"
    browser_of(cast.MEI).post(address)

    assert browser_of(cast.MEI).post(address).status_code == 303


def test_a_manager_cannot_sign_out_an_owner(browser_of: Browsers) -> None:
    answer = browser_of(cast.MEI).post(f"/devices/{cast.HANA.device_id}/revocation")

    assert answer.status_code == 403
    assert browser_of(cast.HANA).get("/profile").status_code == 200


def test_an_outsider_finds_neither_code_nor_phone(browser_of: Browsers, database: Database) -> None:
    code, browser = _code(database), browser_of(cast.OLU)

    assert browser.post(f"/join-codes/{code.id}/revocation").status_code == 404
    assert browser.post(f"/devices/{cast.SAM.device_id}/revocation").status_code == 404


@pytest.mark.parametrize("person", [cast.SAM, cast.LIN], ids=["booth", "sales"])
def test_only_owners_and_managers_invite(
    browser_of: Browsers, database: Database, person: Person
) -> None:
    code, browser = _code(database), browser_of(person)

    assert browser.get("/join-codes").status_code == 403
    assert browser.get("/devices").status_code == 403
    assert browser.post("/join-codes", data=FORM).status_code == 403
    assert browser.post(f"/join-codes/{code.id}/revocation").status_code == 403
    assert browser.post(f"/devices/{cast.SAM.device_id}/revocation").status_code == 403


def test_an_address_that_phones_cannot_open_is_pointed_out(
    app: FastAPI, browser_of: Browsers
) -> None:
    app.state.settings = app.state.settings.model_copy(update={"public_url": "http://localhost"})

    page = browser_of(cast.MEI).post("/join-codes", data=FORM).text

    assert "Phones cannot open this address" in page
