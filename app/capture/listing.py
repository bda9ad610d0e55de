"""A capture as a line of the day's list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.capture.met import Line, kinds_in_words
from app.capture.verdict import reason_in_words
from app.web.language import Language


class Stored(Protocol):
    """What a line shows of a capture."""

    id: UUID
    happened_at: datetime
    state: str
    reason: str
    lead_id: UUID | None


class Met(Protocol):
    """What a line shows of its lead."""

    name: str
    company: str
    badge_id: str
    rating: str
    needs_look: str


@dataclass(frozen=True, slots=True)
class CaptureLine:
    """`reason` is a sentence, empty when nobody has to look; `badge` stands in for a name nobody
    knows yet."""

    capture_id: UUID
    name: str
    badge: str
    company: str
    at: datetime
    rating: str
    kinds: list[str]
    state: str
    reason: str
    lead_id: UUID | None
    photos: Sequence[UUID] = ()


def capture_line(
    capture: Stored,
    lead: Met | None,
    ledger: Sequence[Line],
    language: Language,
    photos: Sequence[UUID] = (),
) -> CaptureLine:
    waits = capture.state == "parked" and not (lead and not lead.needs_look)
    return CaptureLine(
        capture.id,
        lead.name if lead else "",
        lead.badge_id if lead and not (lead.name or lead.company) else "",
        lead.company if lead else "",
        capture.happened_at,
        lead.rating if lead else "",
        kinds_in_words([line for line in ledger if not line.kind.startswith("rated_")], language),
        "parked" if waits else "recorded",
        reason_in_words(capture.reason, language) if waits else "",
        capture.lead_id,
        photos,
    )
