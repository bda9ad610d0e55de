from types import SimpleNamespace

from app.leads.rating import newest_rating
from tests.leads_on_stage import at


def test_the_newest_judgement_counts() -> None:
    ledger = [
        SimpleNamespace(kind="rated_hot", at=at(16)),
        SimpleNamespace(kind="rated_cold", at=at(15)),
        SimpleNamespace(kind="demo", at=at(17)),
    ]

    assert newest_rating(ledger) == "hot"


def test_whom_nobody_judged_has_no_rating() -> None:
    assert newest_rating([SimpleNamespace(kind="demo", at=at(15))]) == ""
