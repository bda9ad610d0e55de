"""What a badge says while the sheet is open: read only, nothing is stored."""

from collections.abc import Callable
from typing import Any

from starlette.testclient import TestClient

from tests import cast
from tests.cast import Person
from tests.phone import AIKO, capture, sync

Browsers = Callable[[Person], TestClient]


def read(browser: TestClient, show: Any = cast.CANTON) -> dict[str, Any]:
    asked = capture(AIKO, show_id=show)
    answer = browser.post("/badges/read", json=asked)
    assert answer.status_code == 200
    said: dict[str, Any] = answer.json()
    return said


def test_what_a_visitor_answered_at_this_show_is_told_to_the_next_who_scans_them(
    browser_of: Browsers,
) -> None:
    sync(browser_of(cast.MEI), capture(AIKO, answers={str(cast.ROLE_QUESTION): "Decides"}))

    said = read(browser_of(cast.SAM))

    assert said["answered"] == [str(cast.ROLE_QUESTION)]


def test_a_visitor_nobody_met_has_answered_nothing(browser_of: Browsers) -> None:
    assert read(browser_of(cast.SAM))["answered"] == []


def test_another_exhibitor_is_told_nothing_of_it(browser_of: Browsers) -> None:
    sync(browser_of(cast.MEI), capture(AIKO, answers={str(cast.ROLE_QUESTION): "Decides"}))

    said = read(browser_of(cast.OLU), cast.MUNICH)

    assert (said["answered"], said["met"]) == ([], None)
