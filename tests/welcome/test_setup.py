"""The first visit."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from sqlmodel import SQLModel, func, select
from starlette.testclient import TestClient

from app.accounts.models import Exhibitor, Member, SignIn
from app.accounts.secrets import password_matches
from app.db import Database
from app.shows.models import Chip, Show

PASSWORD = "correct horse battery"
FORM = {
    "company": "Kogyo Machines",
    "home_country": "JP",
    "owner": "Hana Sato",
    "email": "Hana@Kogyo.example",
    "password": PASSWORD,
    "name": "Canton 2026",
    "venue": "Pazhou Complex",
    "city": "Guangzhou",
    "country": "CN",
    "starts_on": "2026-10-15",
    "ends_on": "2026-10-19",
    "time_zone": "",
    "booth": "8.1 B12",
    "goal": "180",
}


def _count(database: Database, table: type[SQLModel]) -> int:
    with database.reading() as session:
        return session.exec(select(func.count()).select_from(table)).one()


def test_a_fresh_showfloor_asks_to_be_set_up(fresh: TestClient) -> None:
    assert fresh.get("/").headers["location"] == "/setup"
    assert "Your first show" in fresh.get("/setup").text


def test_setting_up_makes_exhibitor_owner_and_show(fresh: TestClient, database: Database) -> None:
    fresh.post("/setup", data=FORM)

    with database.reading() as session:
        exhibitor = session.exec(select(Exhibitor)).one()
        owner = session.exec(select(Member)).one()
        show = session.exec(select(Show)).one()
    assert (exhibitor.name, exhibitor.country) == ("Kogyo Machines", "JP")
    assert (owner.name, owner.role, owner.email) == ("Hana Sato", "owner", "hana@kogyo.example")
    assert (show.name, show.country, show.time_zone) == ("Canton 2026", "CN", "Asia/Shanghai")
    assert (show.starts_on, show.goal) == (date(2026, 10, 15), 180)
    assert show.exhibitor_id == owner.exhibitor_id == exhibitor.id


def test_the_owner_is_signed_in_and_led_to_inviting_the_team(fresh: TestClient) -> None:
    answer = fresh.post("/setup", data=FORM)

    page = fresh.get("/join-codes")
    assert (answer.status_code, answer.headers["location"]) == (303, "/join-codes")
    assert page.status_code == 200
    assert "Now invite your booth team." in page.text
    assert 'href="/captures/new"' in page.text


def test_the_first_show_is_ready_to_capture_at(fresh: TestClient, database: Database) -> None:
    fresh.post("/setup", data=FORM)

    assert _count(database, Chip) > 3


def test_the_password_is_stored_as_its_hash_only(fresh: TestClient, database: Database) -> None:
    fresh.post("/setup", data=FORM)

    with database.reading() as session:
        owner = session.exec(select(Member)).one()
    assert PASSWORD not in str(owner.password_hash)
    assert password_matches(PASSWORD, owner.password_hash)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"company": ""}, "company"),
        ({"home_country": "Japan"}, "home_country"),
        ({"owner": " "}, "owner"),
        ({"email": ""}, "email"),
        ({"email": "hana"}, "email"),
        ({"password": ""}, "password"),
        ({"password": "too short"}, "password"),
        ({"name": ""}, "name"),
        ({"starts_on": "soon"}, "starts_on"),
        ({"ends_on": "2026-10-14"}, "ends_on"),
        ({"country": "US"}, "time_zone"),
        ({"time_zone": "Mars/Base"}, "time_zone"),
        ({"goal": "-1"}, "goal"),
    ],
)
def test_a_wrong_entry_is_told_at_its_field_and_nothing_is_kept(
    fresh: TestClient, database: Database, changed: dict[str, str], field: str
) -> None:
    answer = fresh.post("/setup", data={**FORM, **changed})

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "Pazhou Complex" in answer.text
    assert PASSWORD not in answer.text
    assert _count(database, Exhibitor) == _count(database, Member) == _count(database, Show) == 0


def test_an_empty_form_is_told_what_is_missing(fresh: TestClient) -> None:
    assert fresh.post("/setup", data={}).text.count("Please fill this in.") >= 5


def test_of_two_who_set_up_at_once_one_does(fresh: TestClient, database: Database) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: fresh.post("/setup", data=FORM), range(4)))

    assert _count(database, Exhibitor) == _count(database, Member) == _count(database, SignIn) == 1
    assert [answer.headers.get("location") for answer in answers].count("/join-codes") == 1


def test_once_set_up_nobody_sets_up_again(client: TestClient, database: Database) -> None:
    before = _count(database, Exhibitor)

    assert client.get("/setup").headers["location"] == "/"
    assert client.post("/setup", data=FORM).headers["location"] == "/"
    assert _count(database, Exhibitor) == before
    assert "sign_in" not in client.cookies


def test_the_demo_show_is_one_click_away(fresh: TestClient) -> None:
    assert 'action="/demo"' in fresh.get("/setup").text


def test_the_page_speaks_the_browsers_language(fresh: TestClient) -> None:
    answer = fresh.get("/setup", headers={"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"})

    assert '<html lang="zh-Hans">' in answer.text
    assert ">日本</option>" in answer.text


def test_on_an_unencrypted_address_the_page_explains_instead_of_asking(fresh: TestClient) -> None:
    answer = fresh.get("http://10.0.0.7/setup")

    assert "This address is not secure" in answer.text
    assert 'type="password"' not in answer.text
