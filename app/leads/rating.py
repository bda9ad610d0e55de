"""The staff's own judgement: the newest one counts."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

RATINGS = ("hot", "warm", "cold")
RATED = "rated_"


class Line(Protocol):
    """A line of the ledger."""

    kind: str
    at: datetime


def newest_rating(ledger: Iterable[Line]) -> str:
    """hot, warm or cold as it was last judged; empty where nobody has."""
    judged = [(line.at, line.kind) for line in ledger if line.kind.startswith(RATED)]
    return max(judged)[1].removeprefix(RATED) if judged else ""
