"""Finding leads and their ledger."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, exists, or_

from sqlmodel import Session, col
from sqlmodel.sql.expression import SelectOfScalar

from app.accounts.actor import Actor
from app.accounts.scope import owned
from app.kit.folding import fold
from app.leads.filters import LeadFilter
from app.leads.models import FollowUp, Interaction, Lead, LeadAtShow, LeadEdit


def lead_with_id(
    session: Session, actor: Actor, lead_id: UUID, *, for_update: bool = False
) -> Lead | None:
    found = owned(Lead, actor).where(Lead.id == lead_id)
    return session.exec(found.with_for_update() if for_update else found).first()


def leads_with_ids(session: Session, actor: Actor, ids: Collection[UUID]) -> list[Lead]:
    return list(session.exec(owned(Lead, actor).where(col(Lead.id).in_(ids)))) if ids else []


def interactions_of_leads(
    session: Session, actor: Actor, lead_ids: Collection[UUID]
) -> list[Interaction]:
    """The ledger of these leads, oldest first."""
    found = owned(Interaction, actor).where(col(Interaction.lead_id).in_(lead_ids))
    return list(session.exec(found.order_by(col(Interaction.at), col(Interaction.id))))


def follow_ups_of_leads(
    session: Session, actor: Actor, lead_ids: Collection[UUID]
) -> list[FollowUp]:
    """Promised next steps, open ones first, then by due day."""
    found = owned(FollowUp, actor).where(col(FollowUp.lead_id).in_(lead_ids))
    return list(
        session.exec(
            found.order_by(col(FollowUp.done_at).is_not(None), col(FollowUp.due_on), FollowUp.id)
        )
    )


def edits_of_lead(session: Session, actor: Actor, lead: Lead) -> list[LeadEdit]:
    found = owned(LeadEdit, actor).where(LeadEdit.lead_id == lead.id)
    return list(session.exec(found.order_by(col(LeadEdit.at).desc())))


def leads_filtered(actor: Actor, asked: LeadFilter, at: datetime) -> SelectOfScalar[Lead]:
    """The leads a filter asks for, unsorted. Labels are comparisons with the moment `at`."""
    found = owned(Lead, actor).where(col(Lead.merged_into_id).is_(None))
    if asked.show:
        at_show = (LeadAtShow.lead_id == Lead.id, LeadAtShow.show_id == asked.show)
        found = found.where(exists().where(*at_show, LeadAtShow.exhibitor_id == actor.exhibitor_id))
    if asked.behaviour:
        found = found.where(behaviour_is(asked.behaviour, at))
    if asked.rating:
        found = found.where(Lead.rating == asked.rating)
    if asked.needs_look:
        found = found.where(Lead.needs_look != "")
    if took_part := _interaction_with(asked):
        of_lead = (Interaction.lead_id == Lead.id, Interaction.exhibitor_id == actor.exhibitor_id)
        found = found.where(exists().where(*of_lead, *took_part))
    for word in fold(asked.q).split():
        found = found.where(col(Lead.search_text).contains(word, autoescape=True))
    return found


def behaviour_is(label: str, at: datetime) -> ColumnElement[bool]:
    """Whether a lead has this behaviour label at a moment."""
    active = and_(col(Lead.active_until).is_not(None), col(Lead.active_until) > at)
    potential = and_(col(Lead.potential_until).is_not(None), col(Lead.potential_until) > at)
    if label == "active":
        return active
    cooled = or_(col(Lead.active_until).is_(None), col(Lead.active_until) <= at)
    if label == "potential":
        return and_(cooled, potential)
    return and_(cooled, or_(col(Lead.potential_until).is_(None), col(Lead.potential_until) <= at))


def behaviour_label(at: datetime) -> ColumnElement[str]:
    """The label itself, for counting by it."""
    return case(
        (behaviour_is("active", at), "active"),
        (behaviour_is("potential", at), "potential"),
        else_="dormant",
    )


def _interaction_with(asked: LeadFilter) -> list[Any]:
    """One and the same interaction has to fit staff, day and product."""
    wanted: list[Any] = []
    if asked.staff:
        wanted.append(Interaction.member_id == asked.staff)
    if asked.day:
        wanted.append(Interaction.on_day == asked.day)
    if asked.product:
        wanted.append(Interaction.product_id == asked.product)
    if wanted and asked.show:
        wanted.append(Interaction.show_id == asked.show)
    return wanted
