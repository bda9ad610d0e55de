"""A phone of the booth as a manager sees it: what it holds, and what is wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from uuid import UUID

UNSENT_TOO_LONG = timedelta(days=1)
SILENT_AFTER = timedelta(hours=12)
CLOCK_IS_WRONG = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Holding:
    """What a phone last said of itself. `skew` is how far its clock is behind ours."""

    waiting: int
    refused: int
    photos: int
    oldest_at: datetime | None
    skew: timedelta
    is_kept: bool | None
    version: str
    at: datetime

    @property
    def captures(self) -> int:
        return self.waiting + self.refused

    @property
    def is_drained(self) -> bool:
        return not (self.captures or self.photos)

    @property
    def clock_is_wrong(self) -> bool:
        return abs(self.skew) > CLOCK_IS_WRONG


@dataclass(frozen=True, slots=True)
class Phone:
    """A device with its member. `holding` is None for one that has not said anything yet.

    With `signed_out_at` it is out; until `door_until` it may hand in what it holds.
    """

    device_id: UUID
    member_id: UUID
    member: str
    role: str
    device: str
    seen_at: datetime
    paired_at: datetime
    holding: Holding | None = None
    signed_out_at: datetime | None = None
    door_until: datetime | None = None

    @property
    def heard_at(self) -> datetime:
        return max(self.seen_at, self.holding.at) if self.holding else self.seen_at

    @property
    def is_holding(self) -> bool:
        return self.holding is not None and not self.holding.is_drained


class Trouble(IntEnum):
    """What is worst about a phone, the worst first."""

    UNSENT_TOO_LONG = 1
    NEEDS_A_LOOK = 2
    HOLDING = 3
    SILENT = 4
    CLOCK_IS_WRONG = 5
    NOT_PROTECTED = 6
    NONE = 7


def trouble_with(phone: Phone, at: datetime) -> Trouble:
    holding = phone.holding
    if is_unsent_too_long(phone, at):
        return Trouble.UNSENT_TOO_LONG
    if holding and holding.refused:
        return Trouble.NEEDS_A_LOOK
    if phone.is_holding:
        return Trouble.HOLDING
    if is_silent(phone, at):
        return Trouble.SILENT
    if holding and holding.clock_is_wrong:
        return Trouble.CLOCK_IS_WRONG
    return Trouble.NOT_PROTECTED if holding and holding.is_kept is False else Trouble.NONE


def is_unsent_too_long(phone: Phone, at: datetime) -> bool:
    """Whether something waits on the phone for a day: it should be in somebody's hands by now."""
    since = unsent_since(phone)
    return since is not None and at - since > UNSENT_TOO_LONG


def unsent_since(phone: Phone) -> datetime | None:
    """Since when something waits: the oldest capture, or when the phone said that it holds any."""
    if phone.holding is None or phone.holding.is_drained:
        return None
    return phone.holding.oldest_at or phone.holding.at


def is_silent(phone: Phone, at: datetime) -> bool:
    """Whether nobody knows what it holds now: it may have captured a lot meanwhile."""
    return phone.signed_out_at is None and at - phone.heard_at > SILENT_AFTER


def by_trouble(phones: Iterable[Phone], at: datetime) -> list[Phone]:
    """Those in trouble first; among equals the one that waits or is silent for longest."""

    def place(phone: Phone) -> tuple[Trouble, datetime, str]:
        return trouble_with(phone, at), unsent_since(phone) or phone.heard_at, phone.member

    return sorted(phones, key=place)
