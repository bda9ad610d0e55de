"""Finding leads and their ledger."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, exists, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.accounts.actor import Actor
from app.accounts.scope import owned
from app.kit.folding import fold
from app.leads.filters import LeadFilter, words_to_find
from app.leads.likeness import name_forms
from app.leads.models import (
    DifferentPeople,
    FollowUp,
    Interaction,
    Lead,
    LeadAtShow,
    LeadEdit,
    LeadKey,
    Merge,
)
from app.shows.models import Product


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
            found.order_by(
                col(FollowUp.done_at).is_not(None), col(FollowUp.due_on), col(FollowUp.id)
            )
        )
    )


def edits_of_lead(session: Session, actor: Actor, lead: Lead) -> list[LeadEdit]:
    found = owned(LeadEdit, actor).where(LeadEdit.lead_id == lead.id)
    return list(session.exec(found.order_by(col(LeadEdit.at).desc())))


def leads_filtered(actor: Actor, asked: LeadFilter, at: datetime) -> SelectOfScalar[Lead]:
    """The leads a filter asks for, unsorted. Labels are comparisons with the moment `at`."""
    found = owned(Lead, actor).where(col(Lead.merged_into_id).is_(None))
    if asked.show:
        at_show = (col(LeadAtShow.lead_id) == Lead.id, col(LeadAtShow.show_id) == asked.show)
        ours = col(LeadAtShow.exhibitor_id) == actor.exhibitor_id
        found = found.where(exists().where(*at_show, ours))
    if asked.behaviour:
        found = found.where(behaviour_is(asked.behaviour, at))
    if asked.rating:
        found = found.where(Lead.rating == asked.rating)
    if asked.needs_look:
        found = found.where(Lead.needs_look != "")
    if took_part := _interaction_with(asked):
        of_lead = col(Interaction.lead_id) == Lead.id
        ours = col(Interaction.exhibitor_id) == actor.exhibitor_id
        found = found.where(exists().where(of_lead, ours, *took_part))
    for word in words_to_find(asked.q):
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
        wanted.append(col(Interaction.product_id).in_(_products_named_like(asked.product)))
    if wanted and asked.show:
        wanted.append(Interaction.show_id == asked.show)
    return wanted


def _products_named_like(product_id: UUID) -> SelectOfScalar[UUID]:
    """Each show has a list of products of its own: the same product is there once a show."""
    asked = aliased(Product)
    same = and_(col(Product.name) == asked.name, col(Product.exhibitor_id) == asked.exhibitor_id)
    return select(Product.id).join(asked, same).where(asked.id == product_id)


def leads_locked(session: Session, actor: Actor, ids: Collection[UUID]) -> dict[UUID, Lead]:
    """Leads as they are now, locked in the order of their ids: nobody waits in a ring."""
    found = owned(Lead, actor).where(col(Lead.id).in_(ids)).order_by(col(Lead.id))
    fresh = found.with_for_update().execution_options(populate_existing=True)
    return {lead.id: lead for lead in session.exec(fresh)}


def follow_up_with_id(session: Session, actor: Actor, follow_up_id: UUID) -> FollowUp | None:
    found = owned(FollowUp, actor).where(FollowUp.id == follow_up_id)
    return session.exec(found.with_for_update()).first()


def shows_of_leads(session: Session, actor: Actor, ids: Collection[UUID]) -> list[LeadAtShow]:
    """At which shows these leads were met, the latest meeting first."""
    found = owned(LeadAtShow, actor).where(col(LeadAtShow.lead_id).in_(ids))
    return list(session.exec(found.order_by(col(LeadAtShow.last_met_at).desc())))


def keys_of_lead(session: Session, actor: Actor, lead: Lead) -> list[LeadKey]:
    found = owned(LeadKey, actor).where(LeadKey.lead_id == lead.id)
    return list(session.exec(found.order_by(LeadKey.key)))


def merges_of_lead(session: Session, actor: Actor, lead: Lead) -> list[Merge]:
    """What was merged into a lead, the newest first, undone ones too."""
    found = owned(Merge, actor).where(Merge.kept_id == lead.id)
    return list(session.exec(found.order_by(col(Merge.at).desc(), col(Merge.id).desc())))


def merge_with_id(session: Session, actor: Actor, merge_id: UUID) -> Merge | None:
    """A merge to be undone, locked: of two who undo it at once the second finds it undone."""
    return session.exec(owned(Merge, actor).where(Merge.id == merge_id).with_for_update()).first()


def similar_leads(session: Session, actor: Actor, lead: Lead) -> list[Lead]:
    """Leads that may be the same person: by how the name is sorted, by e-mail, by phone."""
    found = owned(Lead, actor).where(col(Lead.merged_into_id).is_(None), Lead.id != lead.id)
    numbers = [phone["e164"] for phone in lead.phones if phone.get("e164")]
    alike = [
        col(Lead.sort_name).in_(sorted(name_forms(lead.name))),
        *(col(Lead.search_text).contains(fold(text), autoescape=True) for text in numbers),
        *(col(Lead.search_text).contains(fold(text), autoescape=True) for text in lead.emails),
    ]
    return list(
        session.exec(
            found.where(or_(*alike), ~_told_apart(actor, lead)).order_by(col(Lead.id)).limit(20)
        )
    )


def _told_apart(actor: Actor, lead: Lead) -> ColumnElement[bool]:
    one, other = col(DifferentPeople.lead_id), col(DifferentPeople.other_id)
    pair = or_(and_(one == lead.id, other == Lead.id), and_(other == lead.id, one == Lead.id))
    return exists().where(col(DifferentPeople.exhibitor_id) == actor.exhibitor_id, pair)
