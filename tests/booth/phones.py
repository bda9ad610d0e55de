"""Phones made up for tests of the pure modules."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from app.booth.phone import Holding, Phone
from app.shows.models import Show
from tests import cast

NOON = datetime(2026, 10, 16, 4, 0, tzinfo=UTC)  # at Canton, on its second day
HOUR = timedelta(hours=1)


def holding(**said: Any) -> Holding:
    nothing: dict[str, Any] = {
        "waiting": 0, "refused": 0, "photos": 0, "oldest_at": None, "skew": timedelta(0),
        "is_kept": True, "version": "v1", "at": NOON,
    }  # fmt: skip
    return Holding(**nothing | said)


def phone(member: str = "Anna Walker", said: Holding | None = None, **known: Any) -> Phone:
    present: dict[str, Any] = {
        "device": "iPhone · Safari",
        "seen_at": NOON,
        "paired_at": NOON - 48 * HOUR,
    }
    return Phone(
        device_id=uuid4(), member_id=uuid4(), member=member, role="booth", holding=said,
        **present | known,
    )  # fmt: skip


def canton(ends_on: date) -> Show:
    return Show(
        exhibitor_id=cast.KOGYO,
        name="Canton 2026",
        starts_on=cast.STARTS_ON,
        ends_on=ends_on,
        time_zone="Asia/Shanghai",
    )
