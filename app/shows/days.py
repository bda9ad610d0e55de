"""The days of a show, at the show's own clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.shows.zones import is_zone


def zone_named(name: str) -> ZoneInfo:
    """The time zone, or UTC where the name is none."""
    return ZoneInfo(name if is_zone(name) else "UTC")


def local_day(at: datetime, zone: str) -> date:
    """The calendar day at the show when it was `at`."""
    return at.astimezone(zone_named(zone)).date()


def day_number(on: date, starts_on: date, ends_on: date) -> int | None:
    """Which day of the show this is, from 1; None before and after."""
    return (on - starts_on).days + 1 if starts_on <= on <= ends_on else None
