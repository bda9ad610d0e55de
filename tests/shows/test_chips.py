from collections.abc import Callable

from starlette.testclient import TestClient

from app.db import Database
from app.shows.models import Chip, Show
from app.shows.queries import chips_of_show
from tests import cast
from tests.cast import Person

Browsers = Callable[[Person], TestClient]
CHIPS = f"/shows/{cast.CANTON}/chips"
DEMO = f"{CHIPS}/{cast.CHIPS['demo']}"


def chips(database: Database) -> list[tuple[str, str]]:
    with database.reading() as session:
        found = chips_of_show(session, cast.MEI.actor, session.get_one(Show, cast.CANTON))
        return [(chip.kind, chip.label) for chip in found]


def test_an_added_chip_stands_last(browser_of: Browsers, database: Database) -> None:
    sent = {"kind": "order", "label": "Trial order"}
    answer = browser_of(cast.MEI).post(CHIPS, data=sent)

    assert answer.headers["location"] == CHIPS
    assert chips(database)[-1] == ("order", "Trial order")


def test_a_kind_may_be_there_twice_under_two_names(
    browser_of: Browsers, database: Database
) -> None:
    browser_of(cast.MEI).post(CHIPS, data={"kind": "demo", "label": "Demo of the XT"})

    assert [label for kind, label in chips(database) if kind == "demo"] == ["", "Demo of the XT"]


def test_a_second_chip_of_the_same_name_is_refused_with_what_was_typed(
    browser_of: Browsers, database: Database
) -> None:
    browser = browser_of(cast.MEI)
    browser.post(CHIPS, data={"kind": "demo", "label": "Live demo"})
    answer = browser.post(CHIPS, data={"kind": "demo", "label": "LIVE  demo"})

    assert answer.status_code == 422
    assert "This one is there already." in answer.text
    assert 'value="LIVE  demo"' in answer.text
    assert len(chips(database)) == 6


def test_a_kind_that_does_not_happen_at_the_booth_is_refused(
    browser_of: Browsers, database: Database
) -> None:
    answer = browser_of(cast.MEI).post(CHIPS, data={"kind": "email_sent", "label": "Mail"})

    assert answer.status_code == 422
    assert "Please choose one of the list." in answer.text
    assert len(chips(database)) == 5


def test_a_chip_gets_a_name_of_its_own(browser_of: Browsers, database: Database) -> None:
    browser_of(cast.MEI).post(DEMO, data={"label": "现场演示"})

    assert chips(database)[0] == ("demo", "现场演示")


def test_a_name_too_long_is_shown_again_in_its_open_row(
    browser_of: Browsers, database: Database
) -> None:
    answer = browser_of(cast.MEI).post(DEMO, data={"label": "x" * 41})

    assert answer.status_code == 422
    assert "at most 40 characters" in answer.text
    assert f'value="{"x" * 41}"' in answer.text
    assert answer.text.count('<details class="ordered-row" open>') == 1
    assert chips(database)[0] == ("demo", "")


def test_a_chip_moves_down_and_up_again(browser_of: Browsers, database: Database) -> None:
    browser = browser_of(cast.MEI)

    browser.post(f"{DEMO}/position", data={"step": "1"})
    assert [kind for kind, _ in chips(database)[:2]] == ["sample", "demo"]

    browser.post(f"{DEMO}/position", data={"step": "-1"})
    assert [kind for kind, _ in chips(database)[:2]] == ["demo", "sample"]


def test_a_step_that_is_none_moves_nothing(browser_of: Browsers, database: Database) -> None:
    browser_of(cast.MEI).post(f"{DEMO}/position", data={"step": "7"})

    assert chips(database)[0] == ("demo", "")


def test_a_removed_chip_leaves_the_screen_but_not_the_records(
    browser_of: Browsers, database: Database
) -> None:
    browser = browser_of(cast.MEI)
    browser.post(f"{DEMO}/removal")
    again = browser.post(f"{DEMO}/removal")

    assert again.status_code == 303
    assert "demo" not in dict(chips(database))
    with database.reading() as session:
        assert session.get_one(Chip, cast.CHIPS["demo"]).removed_at


def test_there_is_room_for_twenty_chips(browser_of: Browsers, database: Database) -> None:
    browser = browser_of(cast.MEI)
    for number in range(15):
        browser.post(CHIPS, data={"kind": "demo", "label": f"Demo {number}"})
    answer = browser.post(CHIPS, data={"kind": "demo", "label": "One too many"})

    assert answer.status_code == 422
    assert "There is no room for more." in answer.text
    assert len(chips(database)) == 20


def test_booth_staff_may_not_touch_chips(browser_of: Browsers) -> None:
    browser = browser_of(cast.SAM)

    assert browser.get(CHIPS).status_code == 403
    assert browser.post(CHIPS, data={"kind": "order"}).status_code == 403
    assert browser.post(DEMO, data={"label": "x"}).status_code == 403
    assert browser.post(f"{DEMO}/position", data={"step": "1"}).status_code == 403
    assert browser.post(f"{DEMO}/removal").status_code == 403


def test_an_outsider_finds_no_chips(browser_of: Browsers, database: Database) -> None:
    browser = browser_of(cast.OLU)

    assert browser.get(CHIPS).status_code == 404
    assert browser.post(CHIPS, data={"kind": "order"}).status_code == 404
    assert browser.post(f"{DEMO}/removal").status_code == 404
    assert len(chips(database)) == 5


def test_a_chip_is_not_found_under_another_show(browser_of: Browsers) -> None:
    astray = f"/shows/{cast.MUNICH}/chips/{cast.CHIPS['demo']}/removal"

    assert browser_of(cast.OLU).post(astray).status_code == 404
