"""Sealed copies of captures, opened again: what a phone gives back after an older backup came back.

Sealed is the JSON {"capture": as it was sent, "skew_ms": as it was measured then}.
"""

import json
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.capture.batch import Refusal, Sent, read_batch
from app.capture.forms import SealedCopy
from app.kit.sealing import Unopenable, opened

LARGEST_SKEW = timedelta(days=365 * 230)  # as far as two clocks can be apart that we believe


@dataclass(frozen=True, slots=True)
class Copy:
    """A capture that was acknowledged once, and how far the phone's clock was off when it was."""

    sent: Sent
    skew: timedelta


def read_copies(
    copies: Sequence[SealedCopy], private_key: bytes, at: datetime
) -> list[Copy | Refusal]:
    """The captures in the copies, in their order. Each is its own: a bad one stops no other."""
    read: dict[int, dict[str, Any]] = {}
    for place, copy in enumerate(copies):
        if held := _opened(copy, private_key):
            read[place] = held
    batch = {
        "device_time": at.isoformat(),
        "captures": [held["capture"] for held in read.values()],
    }
    items = dict(zip(read, read_batch(json.dumps(batch).encode())[1], strict=True))
    return [
        _copy(items[place], read[place]) if place in items else _unopened(copy)
        for place, copy in enumerate(copies)
    ]


def _opened(copy: SealedCopy, private_key: bytes) -> dict[str, Any] | None:
    try:
        held = json.loads(opened(private_key, b64decode(copy.sealed, validate=True)))
        is_itself = held["capture"]["capture_id"] == str(copy.capture_id)
    except (Unopenable, ValueError, TypeError, KeyError, RecursionError):
        return None
    return held if is_itself else None


def _copy(item: Sent | Refusal, held: dict[str, Any]) -> Copy | Refusal:
    return item if isinstance(item, Refusal) else Copy(item, _skew(held.get("skew_ms")))


def _skew(milliseconds: object) -> timedelta:
    if not isinstance(milliseconds, int) or isinstance(milliseconds, bool):
        return timedelta(0)
    most = LARGEST_SKEW // timedelta(milliseconds=1)
    return timedelta(milliseconds=milliseconds) if abs(milliseconds) <= most else timedelta(0)


def _unopened(copy: SealedCopy) -> Refusal:
    return Refusal(str(copy.capture_id), "unopenable")
