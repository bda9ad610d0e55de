"""Joining by QR code: the picture of an address, and whether a code still lets anybody in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from typing import Protocol
from uuid import UUID

from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M

from app.kit.folding import fold

PASTED = re.compile(r"(?:\S+/join/)?([A-Za-z0-9_-]+)/?(?:[?#]\S*)?")
QUIET_ZONE = 2  # the white frame around the picture adds the rest


@dataclass(frozen=True, slots=True)
class Picture:
    """A QR code as an SVG path: `size` units wide and high."""

    size: int
    path: str


class Closed(StrEnum):
    """Why a code lets nobody in."""

    UNKNOWN = "unknown"
    OUTDATED = "outdated"
    REVOKED = "revoked"
    EXPIRED = "expired"
    USED = "used"


class Code(Protocol):
    role: str
    member_id: UUID | None
    single_use: bool
    uses: int
    expires_at: datetime
    revoked_at: datetime | None


class Person(Protocol):
    role: str
    left_at: datetime | None


def picture_of(address: str) -> Picture:
    code = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(address)
    rows = code.get_matrix()
    return Picture(len(rows), "".join(_bars(rows)))


def _bars(rows: list[list[bool]]) -> Iterable[str]:
    """Neighbouring modules as one bar: no hairlines between them, and a short path."""
    for y, row in enumerate(rows):
        x = 0
        for is_dark, run in groupby(row):
            width = len(list(run))
            if is_dark:
                yield f"M{x} {y}h{width}v1h-{width}z"
            x += width


def why_closed(code: Code | None, at: datetime, member: Person | None = None) -> Closed | None:
    """Why nobody gets in with the code; None while somebody does. `member` is whom it is for."""
    if code is None:
        return Closed.UNKNOWN
    if code.member_id and not _is_as_it_was(member, code.role):
        return Closed.OUTDATED
    if code.revoked_at:
        return Closed.REVOKED
    if code.single_use and code.uses:
        return Closed.USED
    return Closed.EXPIRED if code.expires_at <= at else None


def _is_as_it_was(member: Person | None, role: str) -> bool:
    """Who made a code for booth staff was not asked whether it may sign in as a manager."""
    return member is not None and member.left_at is None and member.role == role


def is_taken(name: str, others: Iterable[str]) -> bool:
    """Whether a member's name sounds like another's when called across the booth."""
    return fold(name) in {fold(other) for other in others}


def pasted_code(text: str) -> str:
    """The code in an address that somebody pasted, or pasted alone; empty where there is none."""
    found = PASTED.fullmatch(text.strip())
    return found[1] if found else ""
