"""A capture that needs a person's word, as a line of the list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from app.capture.verdict import reason_in_words
from app.desk.words import payload_in_words
from app.web.language import Language

LONGEST_TITLE = 60


class Stored(Protocol):
    """What a line shows of a capture."""

    id: UUID
    payload: bytes
    body: dict[str, Any]
    happened_at: datetime
    member_id: UUID
    reason: str


class Parked(Protocol):
    """What tells whether a capture is settled."""

    state: str
    settled_at: datetime | None


class Unnamed(Protocol):
    """Its lead."""

    needs_look: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """`title` is empty where nothing is known, not even what the badge holds."""

    capture_id: UUID
    title: str
    by: str
    at: datetime
    reason: str


def waiting(capture: Stored, members: Mapping[UUID, str], language: Language) -> Waiting:
    return Waiting(
        capture.id,
        title_of(capture),
        members.get(capture.member_id, "?"),
        capture.happened_at,
        reason_in_words(capture.reason, language),
    )


def needs_a_word(capture: Parked, lead: Unnamed | None) -> bool:
    """Whether anybody still has to say who it was: at the desk somebody may have named the lead."""
    is_named = lead is not None and not lead.needs_look
    return capture.state == "parked" and capture.settled_at is None and not is_named


def title_of(capture: Stored) -> str:
    """Whom it is about, as far as the capture itself says; else the beginning of the badge."""
    fields = capture.body.get("fields") or {}
    known = fields.get("name") or fields.get("company") or payload_in_words(capture.payload)
    return " ".join(str(known).split())[:LONGEST_TITLE]
