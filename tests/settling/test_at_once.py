"""Settling once more, by several, and while the same lead is met."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from app.db import Database
from tests import cast
from tests.cast import Person
from tests.phone import AIKO, capture, chips, sync
from tests.settling.stage import (
    FIRST,
    SECOND,
    choose,
    conflict_of,
    kinds,
    leads,
    twice,
)

Browsers = Callable[[Person], TestClient]


def test_what_the_phone_sends_again_after_the_settling_changes_nothing(
    browser_of: Browsers, database: Database
) -> None:
    sam = browser_of(cast.SAM)
    sent = capture(**FIRST)
    second = twice(sam, sent, **SECOND)
    choose(sam, sent, "second", database)
    (before,) = leads(database)

    verdicts = sync(sam, sent, second)

    assert [verdict["verdict"] for verdict in verdicts] == ["known", "conflict"]
    assert leads(database) == [before]
    assert "needs your word" not in sam.get("/captures").text


def test_who_comes_second_to_settle_is_told_so_and_changes_nothing(
    browser_of: Browsers, database: Database
) -> None:
    sam, mei = browser_of(cast.SAM), browser_of(cast.MEI)
    sent = capture(**FIRST)
    twice(sam, sent, **SECOND)
    choose(sam, sent, "first", database)
    (before,) = leads(database)

    choose(mei, sent, "both", database)

    assert "Somebody has settled this already." in mei.get("/captures/unsettled").text
    assert leads(database) == [before]
    assert conflict_of(database, sent).settled_by_id == cast.SAM.member_id


@pytest.mark.parametrize(("choice", "left"), [("both", ["scan", "scan"]), ("second", ["scan"])])
def test_of_several_who_settle_at_once_one_does(
    choice: str, left: list[str], browser_of: Browsers, database: Database
) -> None:
    sent = capture(AIKO)
    twice(browser_of(cast.SAM), sent, note="second")
    browsers = [browser_of(person) for person in (cast.SAM, cast.MEI, cast.HANA)]

    with ThreadPoolExecutor(3) as together:
        list(together.map(lambda each: choose(each, sent, choice, database), browsers))

    (lead,) = leads(database)
    assert kinds(database, lead) == left


def test_whoever_scans_the_same_badge_while_it_is_settled_loses_nothing(
    browser_of: Browsers, database: Database
) -> None:
    sam, mei = browser_of(cast.SAM), browser_of(cast.MEI)
    sent = capture(AIKO, interactions=chips("demo"))
    twice(sam, sent, interactions=[])

    with ThreadPoolExecutor(9) as together:
        settling = together.submit(choose, mei, sent, "second", database)
        scanning = [together.submit(sync, sam, capture(AIKO)) for _ in range(8)]
        verdicts = [each.result()[0]["verdict"] for each in scanning]

    (lead,) = leads(database)
    assert settling.result().status_code == 303
    assert set(verdicts) == {"recorded"}
    assert kinds(database, lead) == ["scan"] * 9
