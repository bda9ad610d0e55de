"""The day's captures, and one of them opened again to be qualified."""

from collections.abc import Callable

from starlette.testclient import TestClient

from tests import cast
from tests.cast import Person
from tests.phone import capture, sync

Browsers = Callable[[Person], TestClient]


def test_a_badge_that_holds_only_a_number_is_listed_by_it(browser_of: Browsers) -> None:
    sam = browser_of(cast.SAM)
    sync(sam, capture("REG-004711"))

    page = sam.get("/captures").text

    assert 'class="row-title">REG-004711<' in page


def test_who_qualifies_a_number_later_sees_which_it_is(browser_of: Browsers) -> None:
    sam = browser_of(cast.SAM)
    (verdict,) = sync(sam, capture("REG-004711"))

    page = sam.get(f"/captures/new?adds_to={verdict['capture_id']}").text

    assert '"text": "REG-004711"' in page
