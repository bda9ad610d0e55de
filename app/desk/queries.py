"""Finding what the desk shows: pages of leads, counts, captures."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_
from sqlalchemy.orm import defer
from sqlmodel import Session, col

from app.accounts.actor import Actor
from app.accounts.scope import owned
from app.capture.models import Capture
from app.desk.cursor import Place
from app.leads.filters import LeadFilter
from app.leads.models import FollowUp, Interaction, Lead, Merge
from app.leads.queries import behaviour_label, leads_filtered
from app.photos.models import Photo


class Counts(NamedTuple):
    """How many leads a filter finds: by behaviour, and those that somebody should look at."""

    by_label: dict[str, int]
    needing_a_look: int

    @property
    def every(self) -> int:
        return sum(self.by_label.values())


def leads_page(
    session: Session,
    actor: Actor,
    asked: LeadFilter,
    *,
    at: datetime,
    after: Place | None,
    most: int,
) -> list[Lead]:
    """The leads after a place of the list, in its order."""
    found = leads_filtered(actor, asked, at)
    if after:
        found = found.where(_beyond(asked, after))
    return list(session.exec(found.order_by(*_order(asked)).limit(most)))


def _order(asked: LeadFilter) -> list[Any]:
    """Whoever has no name, no company or no warmth at all, comes last."""
    if asked.order == "met":
        return [col(Lead.last_met_at).desc(), col(Lead.id).desc()]
    if asked.order == "warmth":
        warm = col(Lead.potential_until)
        return [warm.is_(None), warm.desc(), col(Lead.id).desc()]
    column = _column(asked)
    return [column == "", column, col(Lead.id)]


def _beyond(asked: LeadFilter, place: Place) -> ColumnElement[bool]:
    if asked.order == "met":
        met, at = col(Lead.last_met_at), place.at
        return and_(met <= at, or_(met < at, col(Lead.id) < place.id))
    if asked.order == "warmth":
        return _colder(place)
    column = _column(asked)
    later = and_(column >= place.value, or_(column > place.value, col(Lead.id) > place.id))
    if place.value == "":
        return and_(column == "", col(Lead.id) > place.id)
    return or_(and_(column != "", later), column == "")


def _colder(place: Place) -> ColumnElement[bool]:
    """The later a lead falls asleep the warmer it is; last those that never were awake."""
    warm, until = col(Lead.potential_until), place.at
    if until is None:
        return and_(warm.is_(None), col(Lead.id) < place.id)
    return or_(warm < until, and_(warm == until, col(Lead.id) < place.id), warm.is_(None))


def _column(asked: LeadFilter) -> Any:
    return col(Lead.sort_name if asked.order == "name" else Lead.sort_company)


def counts_of_leads(session: Session, actor: Actor, asked: LeadFilter, at: datetime) -> Counts:
    """Counts for everything the filter asks for but the label and the look, in one query."""
    label = behaviour_label(at).label("label")
    waits = (col(Lead.needs_look) != "").label("waits")
    every = leads_filtered(actor, asked.but(behaviour="", needs_look=False), at)
    grouped: Any = every.with_only_columns(label, waits, func.count())
    rows = session.execute(grouped.group_by("label", "waits")).all()
    by_label = dict.fromkeys(("active", "potential", "dormant"), 0)
    for found, _, count in rows:
        by_label[found] += count
    return Counts(by_label, sum(count for _, waiting, count in rows if waiting))


def captures_of_lead(session: Session, actor: Actor, lead: Lead) -> list[Capture]:
    """What phones recorded of a lead, in the order the server received it."""
    found = owned(Capture, actor).where(Capture.lead_id == lead.id)
    return list(session.exec(found.order_by(col(Capture.received_at), col(Capture.id))))


def photos_of_lead(session: Session, actor: Actor, lead: Lead) -> list[Photo]:
    """Photos taken with a lead's captures, in the order they were taken, without their bytes."""
    with_it = and_(
        col(Capture.exhibitor_id) == Photo.exhibitor_id, col(Capture.id) == Photo.capture_id
    )
    found = owned(Photo, actor).join(Capture, with_it).where(Capture.lead_id == lead.id)
    return list(session.exec(found.options(defer(Photo.content)).order_by(col(Photo.id))))  # type: ignore[arg-type]


def captures_since(session: Session, actor: Actor, lead: Lead, merge: Merge) -> list[Capture]:
    """What came to a lead after something was merged into it."""
    moved = {UUID(capture) for capture in merge.moved["captures"]}
    return [
        capture
        for capture in captures_of_lead(session, actor, lead)
        if capture.received_at > merge.at and capture.id not in moved
    ]


def ledger_counts(session: Session, actor: Actor, ids: Collection[UUID]) -> dict[UUID, int]:
    """How many entries the ledger of each lead has."""
    found: Any = owned(Interaction, actor).where(col(Interaction.lead_id).in_(ids))
    counted = found.with_only_columns(Interaction.lead_id, func.count().label("entries"))
    return {row.lead_id: row.entries for row in session.execute(counted.group_by("lead_id"))}


def next_steps(session: Session, actor: Actor, ids: Collection[UUID]) -> dict[UUID, FollowUp]:
    """Of each lead the open step that is due first."""
    if not ids:
        return {}
    found = owned(FollowUp, actor).where(
        col(FollowUp.lead_id).in_(ids), col(FollowUp.done_at).is_(None)
    )
    ordered = found.order_by(col(FollowUp.due_on).is_(None), col(FollowUp.due_on), col(FollowUp.id))
    steps: dict[UUID, FollowUp] = {}
    for step in session.exec(ordered):
        steps.setdefault(step.lead_id, step)
    return steps
