"""What a classifier may know about a lead."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Happening:
    """One entry of the ledger as a classifier sees it. `on_day` is the show's own calendar day."""

    kind: str
    at: datetime
    on_day: date
    count: int = 1


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything known about one lead. The order of happenings means nothing."""

    happenings: tuple[Happening, ...] = ()

    def until(self, at: datetime) -> "Facts":
        """What was known at an earlier moment: how tag history is replayed."""
        return Facts(tuple(known for known in self.happenings if known.at <= at))
