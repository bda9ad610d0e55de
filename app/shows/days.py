"""The days of a show, at the show's own clock."""

from datetime import date, datetime
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from app.shows.zones import is_zone


class Lasting(Protocol):
    starts_on: date
    ends_on: date


class Stage(NamedTuple):
    """Where a show is in time: coming in so many days, running its day of this number, or over."""

    name: str
    days: int = 0


def zone_named(name: str) -> ZoneInfo:
    """The time zone, or UTC where the name is none."""
    return ZoneInfo(name if is_zone(name) else "UTC")


def local_day(at: datetime, zone: str) -> date:
    """The calendar day at the show when it was `at`."""
    return at.astimezone(zone_named(zone)).date()


def day_number(on: date, starts_on: date, ends_on: date) -> int | None:
    """Which day of the show this is, from 1; None before and after."""
    return (on - starts_on).days + 1 if starts_on <= on <= ends_on else None


def stage_on(day: date, show: Lasting) -> Stage:
    """Where the show is on this day of its own calendar."""
    if day < show.starts_on:
        return Stage("coming", (show.starts_on - day).days)
    number = day_number(day, show.starts_on, show.ends_on)
    return Stage("running", number) if number else Stage("over")
