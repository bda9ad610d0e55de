"""Codes that sign one more phone in as a member who is there: who may make one, and for whom."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from app.accounts.models import JoinCode, Member
from app.db import Database
from app.kit.clock import now
from tests import cast
from tests.cast import Person

Browsers = Callable[[Person], TestClient]


def _asked(person: Person, **more: str) -> dict[str, str]:
    return {"member_id": str(person.member_id), **more}


def _path_in(html: str) -> str:
    found = re.search(r'id="join-address">https://showfloor.test([^<]+)<', html)
    assert found
    return found[1]


def _codes(database: Database) -> list[JoinCode]:
    with database.reading() as session:
        return list(session.exec(select(JoinCode)))


def _is_open(client: TestClient, path: str) -> bool:
    client.cookies.clear()
    return bool(client.get(path).status_code == 200)


def test_a_manager_gets_a_code_that_says_whom_it_signs_in(browser_of: Browsers) -> None:
    answer = browser_of(cast.MEI).post("/join-codes", data=_asked(cast.SAM))

    assert answer.status_code == 200
    assert "Scan to sign in as Sam Okafor" in answer.text
    assert re.search(r'<path d="(M\d+ \d+h\d+v1h-\d+z){100,}"', answer.text)


def test_a_code_for_a_member_is_for_one_phone_one_hour_and_their_role(
    browser_of: Browsers, database: Database
) -> None:
    browser_of(cast.MEI).post("/join-codes", data=_asked(cast.LIN))

    [code] = _codes(database)
    assert (code.member_id, code.role, code.single_use) == (cast.LIN.member_id, "sales", True)
    assert abs(code.expires_at - now() - timedelta(hours=1)) < timedelta(minutes=1)


def test_nothing_sent_along_makes_a_code_for_a_member_last_longer_or_do_more(
    browser_of: Browsers, database: Database
) -> None:
    more = {"role": "owner", "hours": "720", "single_use": ""}

    browser_of(cast.SAM).post("/join-codes", data=_asked(cast.SAM, **more))

    [code] = _codes(database)
    assert (code.member_id, code.role, code.single_use) == (cast.SAM.member_id, "booth", True)
    assert code.expires_at < now() + timedelta(hours=2)


@pytest.mark.parametrize("person", cast.PEOPLE, ids=lambda person: person.name)
def test_every_member_gets_a_code_for_themselves(
    browser_of: Browsers, database: Database, person: Person
) -> None:
    answer = browser_of(person).post("/join-codes", data=_asked(person))

    assert f"Scan to sign in as {person.name}" in answer.text
    assert [code.member_id for code in _codes(database)] == [person.member_id]


@pytest.mark.parametrize(
    ("asking", "other", "status"),
    [
        (cast.HANA, cast.MEI, 200),
        (cast.HANA, cast.SAM, 200),
        (cast.MEI, cast.LIN, 200),
        (cast.MEI, cast.HANA, 403),
        (cast.SAM, cast.LIN, 403),
        (cast.SAM, cast.HANA, 403),
        (cast.LIN, cast.SAM, 403),
        (cast.SAM, cast.OLU, 403),
        (cast.MEI, cast.OLU, 404),
        (cast.OLU, cast.SAM, 404),
        (cast.OLU, cast.HANA, 404),
    ],
    ids=lambda value: getattr(value, "name", value),
)
def test_a_code_for_another_is_made_by_who_may_change_them(
    browser_of: Browsers, database: Database, asking: Person, other: Person, status: int
) -> None:
    answer = browser_of(asking).post("/join-codes", data=_asked(other))

    assert answer.status_code == status
    assert len(_codes(database)) == (status == 200)


@pytest.mark.parametrize(
    ("person", "status"), [(cast.MEI, 404), (cast.SAM, 403)], ids=["manager", "booth"]
)
@pytest.mark.parametrize("member_id", ["nobody", str(UUID(int=1))])
def test_there_is_no_code_for_who_is_not_there(
    browser_of: Browsers, database: Database, person: Person, status: int, member_id: str
) -> None:
    answer = browser_of(person).post("/join-codes", data={"member_id": member_id})

    assert answer.status_code == status
    assert _codes(database) == []


def test_an_empty_member_does_not_make_booth_staff_an_inviter(
    browser_of: Browsers, database: Database
) -> None:
    form = {"member_id": "", "role": "booth", "hours": "24"}

    answer = browser_of(cast.SAM).post("/join-codes", data=form)

    assert answer.status_code == 403
    assert _codes(database) == []


def test_who_has_left_gets_no_code(browser_of: Browsers, database: Database) -> None:
    browser_of(cast.MEI).post(f"/members/{cast.SAM.member_id}/departure")

    answer = browser_of(cast.MEI).post("/join-codes", data=_asked(cast.SAM))

    assert answer.status_code == 404
    assert _codes(database) == []


def test_nobody_gets_a_code_without_being_signed_in(client: TestClient) -> None:
    answer = client.post("/join-codes", data=_asked(cast.SAM))

    assert answer.headers["location"] == "/sign-in"


def test_booth_staff_see_their_code_and_nobody_elses(browser_of: Browsers) -> None:
    browser_of(cast.MEI).post("/join-codes", data=_asked(cast.LIN))

    page = browser_of(cast.SAM).post("/join-codes", data=_asked(cast.SAM)).text

    assert "Use another phone" in page
    assert "Lin Wei" not in page
    assert "Open codes" not in page


def test_the_open_codes_say_whom_a_code_is_for(browser_of: Browsers) -> None:
    browser_of(cast.HANA).post("/join-codes", data=_asked(cast.SAM))

    page = browser_of(cast.MEI).get("/join-codes").text

    assert "Signs in as Sam Okafor" in page
    assert "for one phone · ends in" in page
    assert "by Hana Sato" in page


def test_a_second_code_takes_the_place_of_the_first(
    browser_of: Browsers, client: TestClient
) -> None:
    paths = [
        _path_in(browser_of(cast.MEI).post("/join-codes", data=_asked(cast.SAM)).text)
        for _ in range(2)
    ]

    assert [_is_open(client, path) for path in paths] == [False, True]


def test_a_code_for_one_member_leaves_those_for_others_open(
    browser_of: Browsers, client: TestClient
) -> None:
    lins = _path_in(browser_of(cast.MEI).post("/join-codes", data=_asked(cast.LIN)).text)

    browser_of(cast.MEI).post("/join-codes", data=_asked(cast.SAM))

    assert _is_open(client, lins)


def test_a_stopped_code_signs_nobody_in(
    browser_of: Browsers, client: TestClient, database: Database
) -> None:
    path = _path_in(browser_of(cast.SAM).post("/join-codes", data=_asked(cast.SAM)).text)

    browser_of(cast.MEI).post(f"/join-codes/{_codes(database)[0].id}/revocation")

    assert client.get(path).status_code == 410
    assert client.post(path).status_code == 410


def test_a_manager_is_offered_every_phone_but_an_owners(browser_of: Browsers) -> None:
    members = browser_of(cast.MEI).get("/members").text

    for offered in ("Mei Chen", "Sam Okafor", "Lin Wei"):
        assert f"Pair a phone for {offered}" in members
    assert "Pair a phone for Hana Sato" not in members
    assert "Pair a phone for Hana Sato" in browser_of(cast.HANA).get("/members").text


def test_the_page_of_a_member_offers_to_pair_a_phone(browser_of: Browsers) -> None:
    page = browser_of(cast.MEI).get(f"/members/{cast.SAM.member_id}/edit").text

    assert f'name="member_id" value="{cast.SAM.member_id}"' in page
    assert "Pair a phone" not in browser_of(cast.MEI).get("/members/new").text


@pytest.mark.parametrize("person", cast.PEOPLE, ids=lambda person: person.name)
def test_the_profile_offers_another_phone_for_oneself(browser_of: Browsers, person: Person) -> None:
    page = browser_of(person).get("/profile").text

    assert "Use another phone" in page
    assert re.findall(r'name="member_id" value="([^"]+)"', page) == [str(person.member_id)]


def test_a_lost_phone_takes_its_members_codes_with_it(
    browser_of: Browsers, client: TestClient
) -> None:
    made = browser_of(cast.SAM).post("/join-codes", data=_asked(cast.SAM))

    browser_of(cast.MEI).post(f"/devices/{cast.SAM.device_id}/revocation")

    assert not _is_open(client, _path_in(made.text))


def test_the_code_a_manager_made_outlasts_the_lost_phone(
    browser_of: Browsers, client: TestClient
) -> None:
    made = browser_of(cast.MEI).post("/join-codes", data=_asked(cast.SAM))

    browser_of(cast.MEI).post(f"/devices/{cast.SAM.device_id}/revocation")

    assert _is_open(client, _path_in(made.text))


def test_a_member_may_sign_out_before_the_other_phone_scans(
    browser_of: Browsers, client: TestClient
) -> None:
    made = browser_of(cast.SAM).post("/join-codes", data=_asked(cast.SAM))

    browser_of(cast.SAM).post("/sign-out")

    assert _is_open(client, _path_in(made.text))


@pytest.mark.parametrize("maker", [cast.LIN, cast.MEI], ids=["own", "by a manager"])
def test_a_new_password_ends_the_codes_that_sign_in_as_the_member(
    browser_of: Browsers, client: TestClient, maker: Person
) -> None:
    made = browser_of(maker).post("/join-codes", data=_asked(cast.LIN))
    form = {"name": "Lin Wei", "email": "lin@kogyo.example", "password": cast.PASSWORD}

    browser_of(cast.LIN).post("/profile", data={**form, "new_password": "a new long password"})

    assert not _is_open(client, _path_in(made.text))


def test_who_leaves_takes_along_the_codes_they_made_for_others(
    browser_of: Browsers, client: TestClient
) -> None:
    made = browser_of(cast.MEI).post("/join-codes", data=_asked(cast.SAM))

    browser_of(cast.HANA).post(f"/members/{cast.MEI.member_id}/departure")

    assert not _is_open(client, _path_in(made.text))


def test_a_code_for_newcomers_stays_when_its_maker_signs_in_anew(
    browser_of: Browsers, client: TestClient
) -> None:
    made = browser_of(cast.MEI).post("/join-codes", data={"role": "booth", "hours": "24"})

    browser_of(cast.HANA).post(f"/devices/{cast.MEI.device_id}/revocation")

    assert _is_open(client, _path_in(made.text))


def test_script_in_a_name_is_shown_as_text(browser_of: Browsers, database: Database) -> None:
    with database.writing() as session:
        session.get_one(Member, cast.SAM.member_id).name = "<script>alert(1)</script>"

    page = browser_of(cast.MEI).post("/join-codes", data=_asked(cast.SAM)).text

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
