"""A phone has scanned a code that is for one member: they come back as who they were."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import col, func, select
from starlette.testclient import TestClient

from app.accounts.models import Device, JoinCode, Member
from app.accounts.secrets import hashed_token
from app.db import Database
from app.kit.clock import now
from tests import cast
from tests.cast import Person

Browsers = Callable[[Person], TestClient]
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1) Version/18.1 Mobile/15E148 Safari/604.1"
WECHAT = f"{IPHONE} MicroMessenger/8.0.50"


@pytest.fixture
def code(database: Database) -> JoinCode:
    """A code that signs one phone in as Sam."""
    made = JoinCode(
        exhibitor_id=cast.KOGYO,
        code_hash=hashed_token("sams"),
        role="booth",
        member_id=cast.SAM.member_id,
        single_use=True,
        created_by_id=cast.MEI.member_id,
        expires_at=now() + timedelta(hours=1),
    )
    with database.writing() as session:
        session.add(made)
    return made


def _devices(database: Database, person: Person) -> list[Device]:
    with database.reading() as session:
        found = select(Device).where(Device.member_id == person.member_id)
        return list(session.exec(found.where(col(Device.revoked_at).is_(None))))


def _members(database: Database) -> int:
    with database.reading() as session:
        return session.exec(select(func.count()).select_from(Member)).one()


def _change(database: Database, **values: object) -> None:
    with database.writing() as session:
        session.get_one(Member, cast.SAM.member_id).sqlmodel_update(values)


def test_the_phone_sees_as_whom_it_is_signed_in_and_asks_for_no_name(
    client: TestClient, code: JoinCode
) -> None:
    page = client.get("/join/sams").text

    assert "Sign in as Sam Okafor on this phone" in page
    assert "Kogyo Machines" in page
    assert 'name="name"' not in page


def test_the_phone_is_paired_with_the_member_who_was_there(
    client: TestClient, code: JoinCode, database: Database
) -> None:
    before = _members(database)

    answer = client.post("/join/sams", headers={"User-Agent": IPHONE})

    new = next(each for each in _devices(database, cast.SAM) if each.id != cast.SAM.device_id)
    assert answer.headers["location"] == "/"
    assert (new.name, new.join_code_id) == ("iPhone · Safari", code.id)
    assert 'value="Sam Okafor"' in client.get("/profile").text
    assert _members(database) == before


def test_the_phone_before_stays_signed_in(
    client: TestClient, browser_of: Browsers, code: JoinCode
) -> None:
    client.post("/join/sams")

    assert browser_of(cast.SAM).get("/profile").status_code == 200


def test_opening_the_page_does_not_use_the_code_up(client: TestClient, code: JoinCode) -> None:
    client.get("/join/sams")

    assert client.post("/join/sams").status_code == 303


def test_a_code_pairs_one_phone_and_no_second(
    client: TestClient, code: JoinCode, database: Database
) -> None:
    client.post("/join/sams")
    client.cookies.clear()

    assert client.get("/join/sams").status_code == 410
    assert client.post("/join/sams").status_code == 410
    assert len(_devices(database, cast.SAM)) == 2


def test_of_many_phones_at_once_one_gets_in(
    client: TestClient, code: JoinCode, database: Database
) -> None:
    def paired(_: int) -> int:
        return int(client.post("/join/sams").status_code)

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(paired, range(6)))

    assert sorted(answers) == [303, 410, 410, 410, 410, 410]
    assert len(_devices(database, cast.SAM)) == 2


def test_nothing_sent_along_makes_somebody_else_of_the_member(
    client: TestClient, code: JoinCode, database: Database
) -> None:
    before = _members(database)
    more = {"member_id": str(cast.HANA.member_id), "role": "owner", "name": "Hana Sato"}

    client.post("/join/sams", data={**more, "confirmed": "true"})

    assert 'value="Sam Okafor"' in client.get("/profile").text
    assert client.get("/members").status_code == 403
    assert len(_devices(database, cast.HANA)) == 1
    assert _members(database) == before


def test_a_member_sent_along_does_not_turn_a_code_for_newcomers_into_a_way_in(
    client: TestClient, code: JoinCode, database: Database
) -> None:
    with database.writing() as session:
        session.get_one(JoinCode, code.id).member_id = None

    client.post("/join/sams", data={"name": "Ana", "member_id": str(cast.SAM.member_id)})

    assert 'value="Ana"' in client.get("/profile").text
    assert len(_devices(database, cast.SAM)) == 1


def test_who_has_left_meanwhile_does_not_come_back(
    client: TestClient, browser_of: Browsers, code: JoinCode, database: Database
) -> None:
    browser_of(cast.MEI).post(f"/members/{cast.SAM.member_id}/departure")

    shown, sent = client.get("/join/sams"), client.post("/join/sams")

    assert (shown.status_code, sent.status_code) == (410, 410)
    assert "a member who has left the team or has another role now" in shown.text
    assert "sign_in" not in client.cookies
    assert _devices(database, cast.SAM) == []


def test_a_code_made_for_booth_staff_does_not_sign_in_an_owner(
    client: TestClient, code: JoinCode, database: Database
) -> None:
    _change(database, role="owner")

    assert client.post("/join/sams").status_code == 410
    assert len(_devices(database, cast.SAM)) == 1


def test_a_code_that_would_sign_nobody_in_is_not_listed(
    browser_of: Browsers, code: JoinCode, database: Database
) -> None:
    _change(database, role="sales")

    assert "No code is open" in browser_of(cast.MEI).get("/join-codes").text


def test_a_closed_code_says_how_to_get_a_new_one(
    client: TestClient, code: JoinCode, database: Database
) -> None:
    with database.writing() as session:
        session.get_one(JoinCode, code.id).expires_at = now() - timedelta(minutes=1)

    page = client.get("/join/sams").text

    assert "The code has run out." in page
    assert "More, your name, Use another phone" in page


def test_a_shared_phone_changes_hands(
    browser_of: Browsers, code: JoinCode, database: Database
) -> None:
    lins = browser_of(cast.LIN)
    assert "Lin Wei is signed in on this device." in lins.get("/join/sams").text

    answer = lins.post("/join/sams")

    assert "sign_in=" in answer.headers["set-cookie"]
    assert _devices(database, cast.LIN) == []
    assert browser_of(cast.LIN).get("/profile").headers["location"] == "/sign-in"


def test_a_code_that_is_no_longer_good_leaves_the_sign_in_that_was_there(
    browser_of: Browsers, code: JoinCode, database: Database
) -> None:
    _change(database, left_at=now())

    browser_of(cast.LIN).post("/join/sams")

    assert browser_of(cast.LIN).get("/profile").status_code == 200


def test_who_scans_their_code_with_the_phone_they_are_on_keeps_it_for_the_other(
    browser_of: Browsers, code: JoinCode
) -> None:
    page = browser_of(cast.SAM).get("/join/sams").text

    assert "You are signed in as Sam Okafor on this device already." in page
    assert 'action="/join/sams"' not in page


def test_who_comes_back_is_greeted_by_name(client: TestClient, code: JoinCode) -> None:
    client.post("/join/sams")

    assert "Welcome, Sam Okafor." in client.get("/more").text


def test_inside_wechat_the_page_asks_to_be_opened_in_the_browser(
    client: TestClient, code: JoinCode
) -> None:
    page = client.get("/join/sams", headers={"User-Agent": WECHAT}).text

    assert "Tap “Sign in” there" in page
    assert "Type your name" not in page


def test_who_types_the_name_of_a_member_is_told_how_to_come_back_as_them(
    client: TestClient, code: JoinCode, database: Database
) -> None:
    with database.writing() as session:
        session.get_one(JoinCode, code.id).member_id = None

    answer = client.post("/join/sams", data={"name": "Sam Okafor"})

    assert "let your manager pair it" in answer.text


def test_script_in_a_name_is_shown_as_text(
    client: TestClient, code: JoinCode, database: Database
) -> None:
    _change(database, name="<script>alert(1)</script>")

    page = client.get("/join/sams").text

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
