from collections.abc import Callable
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from app.consent.queries import wording_of_show
from app.consent.wording import FIRST_WORDING
from app.db import Database
from app.qualifiers.queries import qualifiers_of_show
from app.shows.kinds import FIRST_CHIPS
from app.shows.models import Show
from app.shows.queries import chips_of_show, products_of_show, shows
from tests import cast
from tests.cast import Person

Browsers = Callable[[Person], TestClient]
SHOW = {
    "name": "Hannover 2027",
    "country": "DE",
    "starts_on": "2027-04-10",
    "ends_on": "2027-04-14",
    "goal": "120",
}


def set_up(browser: TestClient, **changes: str) -> UUID:
    """The id of a show made through the page."""
    answer = browser.post("/shows", data={**SHOW, **changes})
    assert answer.status_code == 303
    return UUID(answer.headers["location"].split("/")[2])


def test_a_new_show_has_the_chips_of_the_last_one_in_their_order(
    browser_of: Browsers, database: Database
) -> None:
    browser = browser_of(cast.MEI)
    demo = f"/shows/{cast.CANTON}/chips/{cast.CHIPS['demo']}"
    browser.post(demo, data={"label": "Live demo"})
    browser.post(f"{demo}/position", data={"step": "1"})
    browser.post(f"/shows/{cast.CANTON}/chips/{cast.CHIPS['price']}/removal")
    made = set_up(browser)

    with database.reading() as session:
        found = chips_of_show(session, cast.MEI.actor, session.get_one(Show, made))
        assert [(chip.kind, chip.label) for chip in found] == [
            ("sample", ""),
            ("demo", "Live demo"),
            ("brochure", ""),
            ("meeting_booked", ""),
        ]


def test_a_new_show_has_the_products_of_the_last_one(
    browser_of: Browsers, database: Database
) -> None:
    made = set_up(browser_of(cast.MEI))

    with database.reading() as session:
        found = products_of_show(session, cast.MEI.actor, session.get_one(Show, made))
        assert [product.name for product in found] == ["XT-200", "XT-300"]


def test_a_new_show_asks_the_questions_of_the_last_one(
    browser_of: Browsers, database: Database
) -> None:
    made = set_up(browser_of(cast.MEI))

    with database.reading() as session:
        found = qualifiers_of_show(session, cast.MEI.actor, session.get_one(Show, made))
        assert [(asked.question, asked.kind, asked.options) for asked in found] == [
            ("Role in the purchase", "single", ["Decides", "Advises", "Uses it"]),
            ("Budget in USD", "number", []),
        ]


def test_a_new_show_has_the_newest_wording_of_the_last_one_as_its_first(
    browser_of: Browsers, database: Database
) -> None:
    browser = browser_of(cast.MEI)
    newest = {"text_en": "May we write?", "text_zh": "可以写信吗？"}
    browser.post(f"/shows/{cast.CANTON}/consent", data=newest)
    made = set_up(browser)

    with database.reading() as session:
        found = wording_of_show(session, cast.MEI.actor, session.get_one(Show, made))
        assert found
        assert (found.version, found.text_en, found.text_zh) == (1, *newest.values())


def test_changing_the_copy_leaves_the_last_show_as_it_was(
    browser_of: Browsers, database: Database
) -> None:
    browser = browser_of(cast.MEI)
    made = set_up(browser)
    browser.post(f"/shows/{made}/products", data={"name": "XT-400"})

    with database.reading() as session:
        found = products_of_show(session, cast.MEI.actor, session.get_one(Show, cast.CANTON))
        assert [product.name for product in found] == ["XT-200", "XT-300"]


def test_the_last_show_is_the_one_set_up_last_and_not_the_latest_in_the_year(
    browser_of: Browsers, database: Database
) -> None:
    browser = browser_of(cast.MEI)
    second = set_up(browser, starts_on="2026-01-10", ends_on="2026-01-12")
    browser.post(f"/shows/{second}/products", data={"name": "XT-400"})
    third = set_up(browser)

    with database.reading() as session:
        found = products_of_show(session, cast.MEI.actor, session.get_one(Show, third))
        assert [product.name for product in found] == ["XT-200", "XT-300", "XT-400"]


@pytest.fixture
def only_a_demo(database: Database) -> None:
    """Kogyo's one show is the demo."""
    with database.writing() as session:
        session.get_one(Show, cast.CANTON).is_demo = True


def test_nothing_is_taken_over_from_the_demo(
    browser_of: Browsers, database: Database, only_a_demo: None
) -> None:
    made = set_up(browser_of(cast.MEI))

    with database.reading() as session:
        show = session.get_one(Show, made)
        assert products_of_show(session, cast.MEI.actor, show) == []
        chips = chips_of_show(session, cast.MEI.actor, show)
        assert tuple(chip.kind for chip in chips) == FIRST_CHIPS
        asked = qualifiers_of_show(session, cast.MEI.actor, show)
        assert [one.question for one in asked] == ["Role in the purchase", "Wants it within"]
        wording = wording_of_show(session, cast.MEI.actor, show)
        assert wording
        assert wording.text_zh == FIRST_WORDING["zh-Hans"]


def test_whoever_sets_up_a_show_works_there(browser_of: Browsers) -> None:
    browser = browser_of(cast.MEI)
    made = set_up(browser)

    assert browser.cookies["show"] == str(made)


def test_a_show_in_a_country_of_one_time_zone_has_that_zone(
    browser_of: Browsers, database: Database
) -> None:
    made = set_up(browser_of(cast.MEI))

    with database.reading() as session:
        assert session.get_one(Show, made).time_zone == "Europe/Berlin"


def test_wrong_details_are_shown_again_and_nothing_is_half_saved(
    browser_of: Browsers, database: Database
) -> None:
    sent = {**SHOW, "country": "US", "ends_on": "2027-09-14"}
    answer = browser_of(cast.MEI).post("/shows", data=sent)

    assert answer.status_code == 422
    assert "A show lasts 60 days at most." in answer.text
    assert "Please choose the time zone" in answer.text
    assert 'value="Hannover 2027"' in answer.text
    assert '<option value="US" selected>' in answer.text
    with database.reading() as session:
        assert len(shows(session, cast.MEI.actor)) == 1


def test_the_page_says_from_which_show_it_will_copy(browser_of: Browsers) -> None:
    assert "are taken over from Canton 2026" in browser_of(cast.MEI).get("/shows/new").text


def test_the_page_for_a_first_show_names_none(browser_of: Browsers, only_a_demo: None) -> None:
    assert "taken over from" not in browser_of(cast.MEI).get("/shows/new").text


def test_an_outsider_s_show_begins_with_nothing_of_ours(
    browser_of: Browsers, database: Database
) -> None:
    made = set_up(browser_of(cast.OLU))

    with database.reading() as session:
        show = session.get_one(Show, made)
        assert show.exhibitor_id == cast.BRIGHTLINE
        assert products_of_show(session, cast.OLU.actor, show) == []


def test_booth_staff_and_sales_may_not_set_up_a_show(
    browser_of: Browsers, database: Database
) -> None:
    for person in (cast.SAM, cast.LIN):
        assert browser_of(person).get("/shows/new").status_code == 403
        assert browser_of(person).post("/shows", data=SHOW).status_code == 403
    with database.reading() as session:
        assert len(shows(session, cast.MEI.actor)) == 1
