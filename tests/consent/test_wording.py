from collections.abc import Callable

from starlette.testclient import TestClient

from app.consent.queries import wordings_of_show
from app.consent.wording import FIRST_WORDING
from app.db import Database
from app.shows.models import Show
from tests import cast
from tests.cast import Person

Browsers = Callable[[Person], TestClient]
CONSENT = f"/shows/{cast.CANTON}/consent"
NEW = {"text_en": "May we write to you?", "text_zh": "我们可以给您写信吗？"}


def versions(database: Database) -> list[tuple[int, str, str]]:
    with database.reading() as session:
        show = session.get_one(Show, cast.CANTON)
        found = wordings_of_show(session, cast.MEI.actor, show)
        return [(one.version, one.text_en, one.text_zh) for one in found]


FIRST = (1, FIRST_WORDING["en"], FIRST_WORDING["zh-Hans"])
SECOND = (2, NEW["text_en"], NEW["text_zh"])


def test_other_words_make_a_new_version_and_keep_the_old(
    browser_of: Browsers, database: Database
) -> None:
    answer = browser_of(cast.MEI).post(CONSENT, data=NEW)

    assert answer.headers["location"] == CONSENT
    assert versions(database) == [SECOND, FIRST]


def test_the_same_words_make_no_version(browser_of: Browsers, database: Database) -> None:
    same = {"text_en": FIRST_WORDING["en"], "text_zh": FIRST_WORDING["zh-Hans"]}
    browser_of(cast.MEI).post(CONSENT, data=same)

    assert versions(database) == [FIRST]


def test_every_version_is_shown_with_the_one_asked_now(browser_of: Browsers) -> None:
    browser = browser_of(cast.MEI)
    browser.post(CONSENT, data=NEW)
    page = browser.get(CONSENT).text

    assert page.index("Version 2") < page.index("Asked now") < page.index("Version 1")
    assert FIRST_WORDING["zh-Hans"] in page
    assert f"{NEW['text_en']}</textarea>" in page


def test_both_languages_are_needed_and_what_was_typed_is_kept(
    browser_of: Browsers, database: Database
) -> None:
    answer = browser_of(cast.MEI).post(CONSENT, data={**NEW, "text_zh": " "})

    assert answer.status_code == 422
    assert "Please fill this in." in answer.text
    assert f"{NEW['text_en']}</textarea>" in answer.text
    assert versions(database) == [FIRST]


def test_a_wording_of_more_than_a_thousand_characters_is_refused(
    browser_of: Browsers, database: Database
) -> None:
    answer = browser_of(cast.MEI).post(CONSENT, data={**NEW, "text_en": "x" * 1001})

    assert "at most 1000 characters" in answer.text
    assert versions(database) == [FIRST]


def test_a_show_without_a_wording_is_offered_ours(browser_of: Browsers) -> None:
    page = browser_of(cast.OLU).get(f"/shows/{cast.MUNICH}/consent").text

    assert f"{FIRST_WORDING['en']}</textarea>" in page


def test_booth_staff_may_not_change_the_wording(browser_of: Browsers, database: Database) -> None:
    browser = browser_of(cast.SAM)

    assert browser.get(CONSENT).status_code == 403
    assert browser.post(CONSENT, data=NEW).status_code == 403
    assert versions(database) == [FIRST]


def test_an_outsider_finds_no_wording(browser_of: Browsers, database: Database) -> None:
    browser = browser_of(cast.OLU)

    assert browser.get(CONSENT).status_code == 404
    assert browser.post(CONSENT, data=NEW).status_code == 404
    assert versions(database) == [FIRST]
