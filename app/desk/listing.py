"""A lead as a row of the list."""

from collections.abc import Iterable
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


class Named(Protocol):
    """A product of a show."""

    id: UUID
    name: str


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


def by_name(products: Iterable[Named], chosen: UUID | None) -> dict[UUID, str]:
    """One choice for each name: a product is on the list of every show it was at."""
    ids: dict[str, UUID] = {}
    for product in products:
        if product.name not in ids or product.id == chosen:
            ids[product.name] = product.id
    return {id_: name for name, id_ in ids.items()}


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
