"""A staff phone has scanned the code that a manager shows."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import select
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
    made = JoinCode(
        exhibitor_id=cast.KOGYO,
        code_hash=hashed_token("secret"),
        role="booth",
        created_by_id=cast.MEI.member_id,
        expires_at=now() + timedelta(hours=1),
    )
    with database.writing() as session:
        session.add(made)
    return made


def _change(database: Database, code: JoinCode, **values: object) -> None:
    with database.writing() as session:
        session.get_one(JoinCode, code.id).sqlmodel_update(values)


def _named(database: Database, name: str) -> list[Member]:
    with database.reading() as session:
        return list(session.exec(select(Member).where(Member.name == name)))


def test_the_phone_sees_whose_booth_it_joins_and_where(client: TestClient, code: JoinCode) -> None:
    page = client.get("/join/secret").text

    for shown in ("Join Kogyo Machines", "Canton 2026", "8.1 B12", "Role: Booth staff"):
        assert shown in page
    assert "Munich" not in page


def test_who_types_a_name_is_in(client: TestClient, code: JoinCode, database: Database) -> None:
    answer = client.post("/join/secret", data={"name": " Ana   Costa "})

    [ana] = _named(database, "Ana Costa")
    assert answer.headers["location"] == "/captures/new"
    assert (ana.role, ana.exhibitor_id, ana.email) == ("booth", cast.KOGYO, None)
    assert client.get("/profile").status_code == 200


def test_the_phone_is_paired_under_the_name_of_its_kind(
    client: TestClient, code: JoinCode, database: Database
) -> None:
    client.post("/join/secret", data={"name": "Ana"}, headers={"User-Agent": IPHONE})

    [ana] = _named(database, "Ana")
    with database.reading() as session:
        device = session.exec(select(Device).where(Device.member_id == ana.id)).one()
    assert (device.name, device.join_code_id) == ("iPhone · Safari", code.id)


def test_who_joined_is_greeted_with_the_hint_to_keep_the_page(
    client: TestClient, code: JoinCode
) -> None:
    client.post("/join/secret", data={"name": "Ana"})

    assert "Welcome, Ana. Add this page to your home screen" in client.get("/more").text


def test_opening_the_page_does_not_use_the_code_up(
    client: TestClient, code: JoinCode, database: Database
) -> None:
    _change(database, code, single_use=True)

    client.get("/join/secret")

    assert client.get("/join/secret").status_code == 200


def test_many_join_with_one_code(client: TestClient, code: JoinCode, database: Database) -> None:
    for name in ("Ana", "Ben", "Cem"):
        client.cookies.clear()
        client.post("/join/secret", data={"name": name})

    with database.reading() as session:
        assert session.get_one(JoinCode, code.id).uses == 3


def test_of_many_phones_at_once_a_single_use_code_lets_one_in(
    client: TestClient, code: JoinCode, database: Database
) -> None:
    _change(database, code, single_use=True)
    names = [f"Phone {number}" for number in range(6)]

    def joined(name: str) -> int:
        return int(client.post("/join/secret", data={"name": name}).status_code)

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(joined, names))

    assert answers.count(303) == 1
    assert sum(len(_named(database, name)) for name in names) == 1


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"expires_at": now() - timedelta(minutes=1)}, "The code has run out."),
        ({"single_use": True, "uses": 1}, "Somebody has joined with this code already"),
        ({"revoked_at": now()}, "Your manager has stopped this code."),
    ],
)
def test_a_closed_code_says_why_and_what_to_do(
    client: TestClient,
    code: JoinCode,
    database: Database,
    values: dict[str, object],
    told: str,
) -> None:
    _change(database, code, **values)

    shown = client.get("/join/secret")
    sent = client.post("/join/secret", data={"name": "Ana"})

    assert (shown.status_code, sent.status_code) == (410, 410)
    assert told in shown.text
    assert "Ask your manager for a new one" in shown.text
    assert _named(database, "Ana") == []


def test_an_unknown_code_is_no_way_in(client: TestClient) -> None:
    assert client.get("/join/guess").status_code == 410
    assert client.post("/join/guess", data={"name": "Ana"}).status_code == 410


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_name_is_needed(client: TestClient, code: JoinCode, name: str) -> None:
    answer = client.post("/join/secret", data={"name": name})

    assert answer.status_code == 422
    assert 'id="name-error"' in answer.text


def test_a_taken_name_asks_for_more_of_it(
    client: TestClient, code: JoinCode, database: Database
) -> None:
    answer = client.post("/join/secret", data={"name": "sam okafor"})

    assert answer.status_code == 422
    assert "Add a surname or an initial" in answer.text
    assert 'value="sam okafor"' in answer.text
    assert "sign_in" not in client.cookies
    with database.reading() as session:
        assert session.get_one(JoinCode, code.id).uses == 0


def test_who_keeps_a_taken_name_is_somebody_new_all_the_same(
    client: TestClient, code: JoinCode, database: Database
) -> None:
    client.post("/join/secret", data={"name": "Hana Sato", "confirmed": "true"})

    owner, newcomer = sorted(_named(database, "Hana Sato"), key=lambda member: member.created_at)
    assert owner.id == cast.HANA.member_id
    assert newcomer.role == "booth"
    assert client.get("/members").status_code == 403


def test_a_name_of_another_exhibitor_is_not_taken(client: TestClient, code: JoinCode) -> None:
    assert client.post("/join/secret", data={"name": "Olu Ade"}).status_code == 303


def test_a_role_sent_along_changes_nothing(
    client: TestClient, code: JoinCode, database: Database
) -> None:
    client.post("/join/secret", data={"name": "Ana", "role": "owner"})

    assert _named(database, "Ana")[0].role == "booth"


def test_who_is_in_already_is_told_before_joining_anew(
    browser_of: Browsers, code: JoinCode
) -> None:
    page = browser_of(cast.MEI).get("/join/secret").text

    assert "Mei Chen is signed in on this device." in page


def test_joining_ends_the_sign_in_that_was_there(browser_of: Browsers, code: JoinCode) -> None:
    browser_of(cast.LIN).post("/join/secret", data={"name": "Ana"})

    assert browser_of(cast.LIN).get("/profile").headers["location"] == "/sign-in"


def test_a_refused_join_leaves_the_sign_in_that_was_there(
    browser_of: Browsers, code: JoinCode
) -> None:
    browser_of(cast.LIN).post("/join/secret", data={"name": "Mei Chen"})

    assert browser_of(cast.LIN).get("/profile").status_code == 200


def test_inside_wechat_the_page_asks_to_be_opened_in_the_browser(
    client: TestClient, code: JoinCode
) -> None:
    page = client.get("/join/secret", headers={"User-Agent": WECHAT}).text

    assert "WeChat gives pages no camera" in page
    assert "https://showfloor.test/join/secret" in page
    assert 'id="name"' not in page


def test_inside_wechat_one_may_go_on_without_the_camera(client: TestClient, code: JoinCode) -> None:
    page = client.get("/join/secret?here=1", headers={"User-Agent": WECHAT}).text

    assert 'id="name"' in page


def test_script_in_a_name_is_shown_as_text(client: TestClient, code: JoinCode) -> None:
    client.post("/join/secret", data={"name": "<script>alert(1)</script>"})

    page = client.get("/more").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


def test_a_joining_address_that_was_pasted_leads_to_the_code(client: TestClient) -> None:
    answer = client.get("/join", params={"code": "https://showfloor.test/join/secret"})

    assert answer.headers["location"] == "/join/secret"


def test_who_pasted_something_else_is_told_so_on_the_sign_in_page(client: TestClient) -> None:
    answer = client.get("/join", params={"code": "no code at all"})

    assert answer.headers["location"] == "/sign-in"
    assert "No code was found" in client.get("/sign-in").text
