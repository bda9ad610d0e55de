"""A lead as a row of the list."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from app.tagging.dimensions.behaviour import label_at


class Listed(Protocol):
    """What a row shows of a lead."""

    id: UUID
    name: str
    company: str
    badge_id: str
    rating: str
    needs_look: str
    last_met_at: datetime
    active_until: datetime | None
    potential_until: datetime | None


class Step(Protocol):
    """A promised next step."""

    what: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class LeadRow:
    """`badge` stands in for a name nobody knows yet."""

    id: UUID
    name: str
    badge: str
    company: str
    behaviour: str
    rating: str
    needs_look: bool
    met_at: datetime
    step: str
    due_on: date | None


def lead_row(lead: Listed, step: Step | None, at: datetime) -> LeadRow:
    return LeadRow(
        lead.id,
        lead.name,
        "" if lead.name or lead.company else lead.badge_id,
        lead.company,
        label_at(lead.active_until, lead.potential_until, at),
        lead.rating,
        bool(lead.needs_look),
        lead.last_met_at,
        step.what if step else "",
        step.due_on if step else None,
    )
