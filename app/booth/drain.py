"""Whether all phones are drained, above all before the show closes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from app.booth.phone import Phone, is_silent, is_unsent_too_long
from app.shows.days import local_day

AFTERWARDS = timedelta(days=2)  # phones travel home in somebody's pocket


class Closing(Protocol):
    """A show as its end sees it."""

    name: str
    ends_on: date
    time_zone: str


@dataclass(frozen=True, slots=True)
class Drain:
    """What is still on phones: those that hold something, those for too long, those not heard of.

    `closing` is the name of a show on its last day, or over since a few days.
    """

    holding: Sequence[Phone]
    overdue: Sequence[Phone]
    silent: Sequence[Phone]
    phones: int
    closing: str = ""
    is_over: bool = False

    @property
    def captures(self) -> int:
        return sum(phone.holding.captures for phone in self.holding if phone.holding)

    @property
    def photos(self) -> int:
        return sum(phone.holding.photos for phone in self.holding if phone.holding)

    @property
    def alarming(self) -> Sequence[Phone]:
        """The phones somebody should see to now."""
        return self.holding if self.closing else self.overdue


def drain_of(phones: Sequence[Phone], shows: Iterable[Closing], at: datetime) -> Drain:
    show = next((show for show in shows if closes(show, at)), None)
    return Drain(
        holding=[phone for phone in phones if phone.is_holding],
        overdue=[phone for phone in phones if is_unsent_too_long(phone, at)],
        silent=[phone for phone in phones if is_silent(phone, at) and not phone.is_holding],
        phones=len(phones),
        closing=show.name if show else "",
        is_over=bool(show and local_day(at, show.time_zone) > show.ends_on),
    )


def closes(show: Closing, at: datetime) -> bool:
    """Whether it is the show's last day, or one of the days after."""
    return show.ends_on <= local_day(at, show.time_zone) <= show.ends_on + AFTERWARDS
