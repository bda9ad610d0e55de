"""A line of the ledger, as much of it as classifiers want."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Line:
    """What happened: its kind, when, on which day of the show, how often, and what was noted."""

    kind: str
    at: datetime
    on_day: date
    count: int = 1
    note: str = ""
