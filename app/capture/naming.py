"""A capture completed by the organiser's list: a badge that holds only a number gets its name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from app.capture.arrival import Arrival
from app.directory.taught import Wearer, completed_by_list, taught

NUMBERED = "id:"
# Of what a capture may be parked for, these are over when the list knows the wearer.
ANSWERED = frozenset({"needs_directory", "needs_key", "unreadable"})

Number = tuple[UUID, str]


def number_of(arrival: Arrival) -> Number | None:
    """The number to look for, where the show has a list."""
    show = arrival.show
    if show is None or not show.has_directory or not arrival.badge_key.startswith(NUMBERED):
        return None
    return show.id, arrival.badge_key.removeprefix(NUMBERED)


def numbers_in(arrivals: Sequence[Arrival]) -> set[Number]:
    return {number for arrival in arrivals if (number := number_of(arrival))}


def named(arrival: Arrival, wearers: Mapping[Number, Wearer]) -> Arrival:
    """What the badge says itself goes before the list, and what people typed before both."""
    number = number_of(arrival)
    wearer = wearers.get(number) if number else None
    if wearer is None or arrival.show is None:
        return arrival
    learned = completed_by_list(arrival.learned, taught(wearer, arrival.show.country))
    known = bool(learned["name"] or learned["company"])
    reason = "" if known and arrival.reason in ANSWERED else arrival.reason
    return replace(arrival, learned=learned, reason=reason)
