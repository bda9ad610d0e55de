"""The exhibitor's policy: what counts how much. These are the defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

POINTS: Mapping[str, float] = {
    "scan": 1,
    "met": 1,
    "visit_again": 3,
    "answer": 1,
    "brochure": 2,
    "conversation": 3,
    "sample": 5,
    "demo": 6,
    "price": 8,
    "quote": 8,
    "meeting_booked": 10,
    "meeting_held": 12,
    "order": 20,
    "email_sent": 0,
    "email_answered": 6,
    "call_reached": 6,
    "call_missed": 0,
    "site_visit": 12,
    "complaint": 4,
    "rated_hot": 4,
    "rated_warm": 2,
    "rated_cold": 0,
}


@dataclass(frozen=True, slots=True)
class Policy:
    """Points by kind of interaction, how fast they fade, and from where a label begins.

    Points halve every `half_life`; on one day at most `daily_cap` of them count. A scan
    `return_after` the first one is a visit again.
    """

    points: Mapping[str, float] = field(default_factory=lambda: POINTS)
    half_life: timedelta = timedelta(days=14)
    daily_cap: float = 20
    active_from: float = 6
    potential_from: float = 1.5
    return_after: timedelta = timedelta(hours=1)


DEFAULT = Policy()
