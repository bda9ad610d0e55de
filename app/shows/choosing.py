"""Which show is meant when nobody says."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol, TypeVar


class Dated(Protocol):
    starts_on: date
    ends_on: date


Show = TypeVar("Show", bound=Dated)


def show_on(day: date, shows: Sequence[Show]) -> Show | None:
    """The show that runs on this day; else the next to come; else the last that was."""
    running = [show for show in shows if show.starts_on <= day <= show.ends_on]
    coming = [show for show in shows if show.starts_on > day]
    if running:
        return max(running, key=lambda show: show.starts_on)
    if coming:
        return min(coming, key=lambda show: show.starts_on)
    return max(shows, key=lambda show: show.ends_on, default=None)
