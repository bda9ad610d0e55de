from collections.abc import Callable

from starlette.testclient import TestClient

from app.db import Database
from app.shows.models import Show
from tests import cast
from tests.cast import Person

Browsers = Callable[[Person], TestClient]

DETAILS = {
    "name": "Canton 2027",
    "venue": "Pazhou",
    "city": "Guangzhou",
    "country": "CN",
    "starts_on": "2027-04-15",
    "ends_on": "2027-04-19",
    "time_zone": "Asia/Shanghai",
    "booth": "9.2 C01",
    "goal": "250",
}


def test_everybody_sees_the_shows_of_their_exhibitor(browser_of: Browsers) -> None:
    answer = browser_of(cast.SAM).get("/shows")

    assert answer.status_code == 200
    assert "Canton 2026" in answer.text
    assert "Munich 2026" not in answer.text


def test_booth_staff_are_not_offered_to_set_up(browser_of: Browsers) -> None:
    answer = browser_of(cast.SAM).get("/shows")

    assert f"/shows/{cast.CANTON}/edit" not in answer.text


def test_a_manager_changes_the_details_of_a_show(browser_of: Browsers, database: Database) -> None:
    answer = browser_of(cast.MEI).post(f"/shows/{cast.CANTON}", data=DETAILS)

    assert answer.headers["location"] == f"/shows/{cast.CANTON}/edit"
    with database.reading() as session:
        show = session.get_one(Show, cast.CANTON)
        assert (show.name, show.goal, show.booth) == ("Canton 2027", 250, "9.2 C01")
        assert (show.starts_on.isoformat(), show.ends_on.isoformat()) == (
            "2027-04-15",
            "2027-04-19",
        )


def test_the_details_are_shown_as_they_are(browser_of: Browsers) -> None:
    answer = browser_of(cast.HANA).get(f"/shows/{cast.CANTON}/edit")

    assert 'value="Canton 2026"' in answer.text
    assert 'value="2026-10-15"' in answer.text
    assert '<option value="CN" selected>China</option>' in answer.text
    assert '<option value="Asia/Shanghai" selected>Shanghai</option>' in answer.text


def test_wrong_details_are_shown_again_with_the_error_and_nothing_is_saved(
    browser_of: Browsers, database: Database
) -> None:
    sent = {**DETAILS, "ends_on": "2027-04-01", "goal": "many"}
    answer = browser_of(cast.MEI).post(f"/shows/{cast.CANTON}", data=sent)

    assert answer.status_code == 422
    assert "The last day is before the first." in answer.text
    assert "Please enter a whole number." in answer.text
    assert 'value="Canton 2027"' in answer.text
    assert 'value="many"' in answer.text
    with database.reading() as session:
        assert session.get_one(Show, cast.CANTON).name == "Canton 2026"


def test_script_in_a_show_s_name_is_text_on_every_page(browser_of: Browsers) -> None:
    browser = browser_of(cast.MEI)
    browser.post(f"/shows/{cast.CANTON}", data={**DETAILS, "name": "<script>alert(1)</script>"})

    answer = browser.get(f"/shows/{cast.CANTON}/chips")

    assert "<script>alert(1)" not in answer.text
    assert "&lt;script&gt;alert(1)" in answer.text


def test_booth_staff_and_sales_may_not_set_up_a_show(browser_of: Browsers) -> None:
    for person in (cast.SAM, cast.LIN):
        browser = browser_of(person)
        assert browser.get(f"/shows/{cast.CANTON}/edit").status_code == 403
        assert browser.post(f"/shows/{cast.CANTON}", data=DETAILS).status_code == 403


def test_an_outsider_finds_no_show(browser_of: Browsers) -> None:
    browser = browser_of(cast.OLU)

    assert browser.get(f"/shows/{cast.CANTON}/edit").status_code == 404
    assert browser.post(f"/shows/{cast.CANTON}", data=DETAILS).status_code == 404
    assert browser.post(f"/shows/{cast.CANTON}/choice").status_code == 404


def test_booth_staff_choose_the_show_that_they_work_at(browser_of: Browsers) -> None:
    browser = browser_of(cast.SAM)
    answer = browser.post(f"/shows/{cast.CANTON}/choice")

    assert answer.status_code == 303
    assert browser.cookies["show"] == str(cast.CANTON)
    assert "You work here" in browser.get("/shows").text
