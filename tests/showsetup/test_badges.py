from collections.abc import Callable
from typing import Any

from starlette.testclient import TestClient

from app.db import Database
from app.shows.models import Show
from tests import cast
from tests.cast import Person

Browsers = Callable[[Person], TestClient]
BADGE = f"/shows/{cast.CANTON}/badge"
TAUGHT = {"delimiter": "semicolon", "fields": ["badge_id", "given_name", "", "company"]}


def mapping(database: Database) -> dict[str, Any] | None:
    with database.reading() as session:
        return session.get_one(Show, cast.CANTON).badge_mapping


def test_a_manager_teaches_the_columns_of_a_badge(browser_of: Browsers, database: Database) -> None:
    answer = browser_of(cast.MEI).post(BADGE, data=TAUGHT)

    assert answer.headers["location"] == BADGE
    assert mapping(database) == {
        "delimiter": ";",
        "fields": ["badge_id", "given_name", "", "company"],
    }


def test_what_was_taught_is_shown_again(browser_of: Browsers) -> None:
    browser = browser_of(cast.MEI)
    browser.post(BADGE, data=TAUGHT)
    page = browser.get(BADGE).text

    assert 'value="semicolon" checked' in page
    assert '<option value="company" selected>' in page


def test_a_sample_is_shown_in_its_columns_and_nothing_is_saved(
    browser_of: Browsers, database: Database
) -> None:
    sample = {"sample": "R77;Aiko;Tanaka;<b>Kogyo</b>", "delimiter": "semicolon"}
    answer = browser_of(cast.MEI).post(f"{BADGE}/preview", data=sample)

    assert answer.status_code == 200
    assert ">Aiko</span>" in answer.text
    assert "&lt;b&gt;Kogyo&lt;/b&gt;" in answer.text
    assert mapping(database) is None


def test_a_mapping_without_a_field_is_refused_with_what_was_typed(
    browser_of: Browsers, database: Database
) -> None:
    sent = {"sample": "R77;Aiko", "delimiter": "semicolon", "fields": ["", ""]}
    answer = browser_of(cast.MEI).post(BADGE, data=sent)

    assert answer.status_code == 422
    assert "Please say what at least one column holds." in answer.text
    assert "R77;Aiko</textarea>" in answer.text
    assert mapping(database) is None


def test_badges_may_be_left_to_themselves_again(browser_of: Browsers, database: Database) -> None:
    browser = browser_of(cast.MEI)
    browser.post(BADGE, data=TAUGHT)
    browser.post(f"{BADGE}/removal")

    assert mapping(database) is None


def test_booth_staff_may_not_teach_badges(browser_of: Browsers) -> None:
    browser = browser_of(cast.SAM)

    assert browser.get(BADGE).status_code == 403
    assert browser.post(BADGE, data=TAUGHT).status_code == 403
    assert browser.post(f"{BADGE}/preview", data=TAUGHT).status_code == 403
    assert browser.post(f"{BADGE}/removal").status_code == 403


def test_an_outsider_finds_no_badge_to_teach(browser_of: Browsers, database: Database) -> None:
    browser = browser_of(cast.OLU)

    assert browser.get(BADGE).status_code == 404
    assert browser.post(BADGE, data=TAUGHT).status_code == 404
    assert browser.post(f"{BADGE}/preview", data=TAUGHT).status_code == 404
    assert mapping(database) is None
