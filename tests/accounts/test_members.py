"""Members: who is in the team, what they may do, how they sign in, and when they leave."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import col, select
from starlette.testclient import TestClient

from app.accounts.models import Device, Member, SignIn
from app.accounts.roles import TABLE
from app.accounts.secrets import password_matches
from app.db import Database
from tests import cast
from tests.cast import Person

Browsers = Callable[[Person], TestClient]
ANA = {"name": "Ana Costa", "role": "sales", "email": "ana@kogyo.example", "password": "a" * 10}


def _named(database: Database, name: str) -> Member | None:
    with database.reading() as session:
        return session.exec(select(Member).where(Member.name == name)).first()


def _stored(database: Database, person: Person) -> Member:
    with database.reading() as session:
        return session.get_one(Member, person.member_id)


def _form(person: Person, **changed: str) -> dict[str, str]:
    return {"name": person.name, "role": person.role, "email": person.email or "", **changed}


def _edit(person: Person) -> str:
    return f"/members/{person.member_id}"


def test_the_list_shows_names_roles_addresses_and_devices(browser_of: Browsers) -> None:
    page = browser_of(cast.MEI).get("/members").text

    for shown in ("Hana Sato", "lin@kogyo.example", "Booth", "1 device", "last seen"):
        assert shown in page
    assert "Olu Ade" not in page


def test_an_owner_is_no_link_for_a_manager(browser_of: Browsers) -> None:
    assert f"{_edit(cast.HANA)}/edit" not in browser_of(cast.MEI).get("/members").text
    assert f"{_edit(cast.HANA)}/edit" in browser_of(cast.HANA).get("/members").text


def test_a_new_member_signs_in_with_the_password_given(
    browser_of: Browsers, client: TestClient, database: Database
) -> None:
    answer = browser_of(cast.MEI).post("/members", data=ANA)

    assert answer.headers["location"] == "/members"
    sent = {"email": ANA["email"], "password": ANA["password"]}
    assert client.post("/sign-in", data=sent).status_code == 303


def test_a_password_is_stored_as_its_hash_only(browser_of: Browsers, database: Database) -> None:
    browser_of(cast.MEI).post("/members", data=ANA)

    member = _named(database, "Ana Costa")
    assert member is not None
    assert member.password_hash is not None
    assert ANA["password"] not in member.password_hash
    assert password_matches(ANA["password"], member.password_hash)


def test_a_member_needs_no_address_and_no_password(
    browser_of: Browsers, database: Database
) -> None:
    browser_of(cast.MEI).post("/members", data={"name": "Kim", "role": "booth"})

    kim = _named(database, "Kim")
    assert kim is not None
    assert (kim.email, kim.password_hash, kim.exhibitor_id) == (None, None, cast.KOGYO)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "\x07"}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"email": "ana"}, "email"),
        ({"email": ""}, "email"),
        ({"email": "MEI@kogyo.example"}, "email"),
        ({"email": "olu@brightline.example"}, "email"),
        ({"password": "too short"}, "password"),
        ({"role": "owner"}, "role"),
        ({"role": "king"}, "role"),
    ],
)
def test_a_wrong_entry_is_told_at_its_field_and_the_rest_kept(
    browser_of: Browsers, database: Database, changed: dict[str, str], field: str
) -> None:
    answer = browser_of(cast.MEI).post("/members", data={**ANA, **changed})

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "Ana Costa" in answer.text or field == "name"
    assert ANA["password"] not in answer.text
    assert _named(database, "Ana Costa") is None


def test_a_change_is_kept(browser_of: Browsers, database: Database) -> None:
    form = _form(cast.SAM, name="Samuel Okafor", role="sales", email="sam@kogyo.example")

    answer = browser_of(cast.MEI).post(_edit(cast.SAM), data=form)

    member = _stored(database, cast.SAM)
    assert answer.headers["location"] == "/members"
    assert (member.name, member.role) == ("Samuel Okafor", "sales")
    assert member.email == "sam@kogyo.example"


def test_the_form_shows_what_is_there(browser_of: Browsers) -> None:
    page = browser_of(cast.MEI).get(f"{_edit(cast.LIN)}/edit").text

    assert 'value="Lin Wei"' in page
    assert 'value="lin@kogyo.example"' in page
    assert 'value="sales" checked' in page


def test_without_a_new_password_the_present_one_stays(
    browser_of: Browsers, database: Database
) -> None:
    browser_of(cast.MEI).post(_edit(cast.LIN), data=_form(cast.LIN, name="Lin"))

    assert password_matches(cast.PASSWORD, _stored(database, cast.LIN).password_hash)
    assert browser_of(cast.LIN).get("/profile").status_code == 200


def test_a_new_password_signs_the_member_out(browser_of: Browsers) -> None:
    form = _form(cast.LIN, password="another password")

    browser_of(cast.MEI).post(_edit(cast.LIN), data=form)

    assert browser_of(cast.LIN).get("/profile").headers["location"] == "/sign-in"


def test_a_new_role_counts_at_once(browser_of: Browsers) -> None:
    browser_of(cast.MEI).post(_edit(cast.SAM), data=_form(cast.SAM, role="manager"))

    assert browser_of(cast.SAM).get("/members").status_code == 200


def test_a_refused_change_is_not_half_saved(browser_of: Browsers, database: Database) -> None:
    form = _form(cast.SAM, name="Other", role="sales", email="mei@kogyo.example")

    answer = browser_of(cast.MEI).post(_edit(cast.SAM), data=form)

    assert answer.status_code == 422
    assert (_stored(database, cast.SAM).name, _stored(database, cast.SAM).role) == (
        "Sam Okafor",
        "booth",
    )


def test_a_manager_cannot_touch_an_owner(browser_of: Browsers, database: Database) -> None:
    browser = browser_of(cast.MEI)

    assert browser.get(f"{_edit(cast.HANA)}/edit").status_code == 403
    assert browser.post(_edit(cast.HANA), data=_form(cast.HANA, role="booth")).status_code == 403
    assert browser.post(f"{_edit(cast.HANA)}/departure").status_code == 403


def test_an_owner_makes_another_owner(browser_of: Browsers, database: Database) -> None:
    browser_of(cast.HANA).post(_edit(cast.MEI), data=_form(cast.MEI, role="owner"))

    assert _stored(database, cast.MEI).role == "owner"


def test_an_owner_needs_a_way_to_sign_in(browser_of: Browsers, database: Database) -> None:
    answer = browser_of(cast.HANA).post(_edit(cast.SAM), data=_form(cast.SAM, role="owner"))

    assert answer.status_code == 422
    assert "An owner needs an e-mail address and a password." in answer.text
    assert _stored(database, cast.SAM).role == "booth"


def test_the_last_owner_stays_owner(browser_of: Browsers, database: Database) -> None:
    answer = browser_of(cast.HANA).post(_edit(cast.HANA), data=_form(cast.HANA, role="booth"))

    assert answer.status_code == 422
    assert "This is the last owner." in answer.text
    assert _stored(database, cast.HANA).role == "owner"


def test_the_last_owner_stays(browser_of: Browsers, database: Database) -> None:
    answer = browser_of(cast.HANA).post(f"{_edit(cast.HANA)}/departure")

    assert answer.status_code == 422
    assert "This is the last owner." in answer.text
    assert _stored(database, cast.HANA).left_at is None


def test_of_two_owners_who_leave_at_once_one_stays(
    browser_of: Browsers, database: Database
) -> None:
    browser_of(cast.HANA).post(_edit(cast.MEI), data=_form(cast.MEI, role="owner"))

    with ThreadPoolExecutor(2) as pool:
        leave = [(browser_of(p), f"{_edit(p)}/departure") for p in (cast.HANA, cast.MEI)]
        answers = list(pool.map(lambda each: each[0].post(each[1]).status_code, leave))

    assert sorted(answers) == [303, 422]


def test_who_leaves_is_out_at_once_and_keeps_the_name(
    browser_of: Browsers, database: Database
) -> None:
    sams = browser_of(cast.SAM)

    answer = browser_of(cast.MEI).post(f"{_edit(cast.SAM)}/departure")

    assert answer.headers["location"] == "/members"
    assert sams.get("/profile").headers["location"] == "/sign-in"
    assert _stored(database, cast.SAM).name == "Sam Okafor"
    with database.reading() as session:
        assert session.get_one(Device, cast.SAM.device_id).revoked_at is not None
        left = select(SignIn).where(col(SignIn.member_id) == cast.SAM.member_id)
        assert session.exec(left).all() == []


def test_who_has_left_is_found_no_more(browser_of: Browsers) -> None:
    browser = browser_of(cast.MEI)
    browser.post(f"{_edit(cast.SAM)}/departure")

    browser.get("/roles")  # says once who has left

    assert "Sam Okafor" not in browser.get("/members").text
    assert browser.get(f"{_edit(cast.SAM)}/edit").status_code == 404
    assert browser.post(f"{_edit(cast.SAM)}/departure").status_code == 404


def test_an_address_is_free_again_when_its_member_has_left(browser_of: Browsers) -> None:
    browser = browser_of(cast.MEI)
    browser.post(f"{_edit(cast.LIN)}/departure")

    again = browser.post("/members", data={**ANA, "email": "lin@kogyo.example"})

    assert again.status_code == 303


def test_who_leaves_by_their_own_hand_is_signed_out(browser_of: Browsers) -> None:
    answer = browser_of(cast.MEI).post(f"{_edit(cast.MEI)}/departure")

    assert answer.headers["location"] == "/sign-in"


def test_an_outsider_finds_no_member(browser_of: Browsers, database: Database) -> None:
    browser = browser_of(cast.OLU)

    assert browser.get(f"{_edit(cast.SAM)}/edit").status_code == 404
    assert browser.post(_edit(cast.SAM), data=_form(cast.SAM)).status_code == 404
    assert browser.post(f"{_edit(cast.SAM)}/departure").status_code == 404


@pytest.mark.parametrize("person", [cast.SAM, cast.LIN], ids=["booth", "sales"])
def test_only_owners_and_managers_keep_members(browser_of: Browsers, person: Person) -> None:
    browser = browser_of(person)

    assert browser.get("/members").status_code == 403
    assert browser.get("/members/new").status_code == 403
    assert browser.post("/members", data=ANA).status_code == 403
    assert browser.get(f"{_edit(cast.LIN)}/edit").status_code == 403
    assert browser.post(_edit(cast.LIN), data=_form(cast.LIN)).status_code == 403
    assert browser.post(f"{_edit(cast.LIN)}/departure").status_code == 403


@pytest.mark.parametrize("person", cast.PEOPLE, ids=lambda person: person.name)
def test_every_member_reads_what_each_role_may_do(browser_of: Browsers, person: Person) -> None:
    page = browser_of(person).get("/roles").text

    assert page.count('<th scope="row">') == len(TABLE)
    assert page.count('aria-label="Yes"') == sum(sum(answers) for answers in TABLE.values())
