from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.db import Database
from app.kit.clock import now
from app.leads.models import Lead
from app.qualifiers.models import Answer, Qualifier
from app.qualifiers.queries import qualifiers_of_show
from app.shows.models import Show
from tests import cast
from tests.cast import Person

Browsers = Callable[[Person], TestClient]
QUESTIONS = f"/shows/{cast.CANTON}/qualifiers"
ROLE = f"{QUESTIONS}/{cast.ROLE_QUESTION}"
NEW = {"question": "Buys for", "kind": "several", "options": "Own use\nResale", "is_required": "on"}


def questions(database: Database) -> list[str]:
    with database.reading() as session:
        show = session.get_one(Show, cast.CANTON)
        return [asked.question for asked in qualifiers_of_show(session, cast.MEI.actor, show)]


@pytest.fixture
def answered(database: Database) -> None:
    """Somebody has answered the question about their role."""
    with database.writing() as session:
        aiko = Lead(exhibitor_id=cast.KOGYO, name="Aiko", first_met_at=now(), last_met_at=now())
        session.add(aiko)
        session.flush()
        session.add(
            Answer(
                exhibitor_id=cast.KOGYO,
                lead_id=aiko.id,
                qualifier_id=cast.ROLE_QUESTION,
                value="Decides",
                at=now(),
            )
        )


def test_questions_are_listed_with_their_options(browser_of: Browsers) -> None:
    answer = browser_of(cast.MEI).get(QUESTIONS)

    assert answer.status_code == 200
    assert "Role in the purchase" in answer.text
    assert "Decides · Advises · Uses it" in answer.text


def test_a_new_question_stands_last(browser_of: Browsers, database: Database) -> None:
    answer = browser_of(cast.MEI).post(QUESTIONS, data=NEW)

    assert answer.headers["location"] == QUESTIONS
    with database.reading() as session:
        show = session.get_one(Show, cast.CANTON)
        added = qualifiers_of_show(session, cast.MEI.actor, show)[-1]
        assert (added.question, added.kind, added.is_required) == ("Buys for", "several", True)
        assert added.options == ["Own use", "Resale"]


def test_too_few_options_are_shown_again_as_they_were_typed(
    browser_of: Browsers, database: Database
) -> None:
    answer = browser_of(cast.MEI).post(QUESTIONS, data={**NEW, "options": "Only this one"})

    assert answer.status_code == 422
    assert "Please write at least two different options" in answer.text
    assert "Only this one</textarea>" in answer.text
    assert 'value="Buys for"' in answer.text
    assert 'value="several" required checked' in answer.text
    assert len(questions(database)) == 2


def test_a_question_is_not_asked_twice(browser_of: Browsers, database: Database) -> None:
    sent = {**NEW, "question": "role in the PURCHASE"}
    answer = browser_of(cast.MEI).post(QUESTIONS, data=sent)

    assert answer.status_code == 422
    assert "This question is asked already." in answer.text
    assert len(questions(database)) == 2


def test_the_present_wording_is_shown_to_be_changed(browser_of: Browsers) -> None:
    answer = browser_of(cast.MEI).get(f"{ROLE}/edit")

    assert "Decides\nAdvises\nUses it</textarea>" in answer.text
    assert "its kind stays" not in answer.text


def test_the_kind_of_a_question_changes_while_nobody_has_answered(
    browser_of: Browsers, database: Database
) -> None:
    browser_of(cast.MEI).post(ROLE, data={"question": "Role", "kind": "text"})

    with database.reading() as session:
        asked = session.get_one(Qualifier, cast.ROLE_QUESTION)
        assert (asked.question, asked.kind, asked.options) == ("Role", "text", [])


def test_the_kind_of_an_answered_question_stays(
    browser_of: Browsers, database: Database, answered: None
) -> None:
    answer = browser_of(cast.MEI).post(ROLE, data={"question": "Role", "kind": "text"})

    assert answer.status_code == 422
    assert "This question has answers, so its kind stays." in answer.text
    assert "Role in the purchase" in questions(database)


def test_the_wording_of_an_answered_question_may_change(
    browser_of: Browsers, database: Database, answered: None
) -> None:
    sent: dict[str, Any] = {"question": "Her role", "kind": "single", "options": "Decides\nBuys"}
    answer = browser_of(cast.MEI).post(ROLE, data=sent)

    assert answer.status_code == 303
    assert questions(database)[0] == "Her role"


def test_the_page_of_an_answered_question_says_that_its_kind_stays(
    browser_of: Browsers, answered: None
) -> None:
    assert "so its kind stays" in browser_of(cast.MEI).get(f"{ROLE}/edit").text


def test_the_order_of_questions_is_kept(browser_of: Browsers, database: Database) -> None:
    browser_of(cast.MEI).post(f"{ROLE}/position", data={"step": "1"})

    assert questions(database) == ["Budget in USD", "Role in the purchase"]


def test_a_removed_question_keeps_its_answers(
    browser_of: Browsers, database: Database, answered: None
) -> None:
    browser_of(cast.MEI).post(f"{ROLE}/removal")

    assert questions(database) == ["Budget in USD"]
    with database.reading() as session:
        assert session.get_one(Qualifier, cast.ROLE_QUESTION).removed_at


def test_booth_staff_may_not_touch_questions(browser_of: Browsers) -> None:
    browser = browser_of(cast.SAM)

    assert browser.get(QUESTIONS).status_code == 403
    assert browser.get(f"{QUESTIONS}/new").status_code == 403
    assert browser.get(f"{ROLE}/edit").status_code == 403
    assert browser.post(QUESTIONS, data=NEW).status_code == 403
    assert browser.post(ROLE, data=NEW).status_code == 403
    assert browser.post(f"{ROLE}/position", data={"step": "1"}).status_code == 403
    assert browser.post(f"{ROLE}/removal").status_code == 403


def test_an_outsider_finds_no_questions(browser_of: Browsers, database: Database) -> None:
    browser = browser_of(cast.OLU)

    assert browser.get(QUESTIONS).status_code == 404
    assert browser.post(QUESTIONS, data=NEW).status_code == 404
    assert browser.get(f"{ROLE}/edit").status_code == 404
    assert browser.post(f"{ROLE}/removal").status_code == 404
    assert len(questions(database)) == 2


def test_a_question_is_not_found_under_another_show(browser_of: Browsers) -> None:
    astray = f"/shows/{cast.MUNICH}/qualifiers/{cast.ROLE_QUESTION}/edit"

    assert browser_of(cast.OLU).get(astray).status_code == 404
