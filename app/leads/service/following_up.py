"""Promised next steps."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.queries import member_with_id
from app.accounts.service import Refused
from app.leads.forms import FollowUpForm
from app.leads.models import FollowUp, Lead
from app.web.language import N_


def promise(
    session: Session, actor: Actor, lead: Lead, form: FollowUpForm, at: datetime
) -> FollowUp:
    """Promise a next step; its owner is who was named, else who promises."""
    step = FollowUp(
        exhibitor_id=actor.exhibitor_id,
        lead_id=lead.id,
        what=form.what,
        owner_id=_owner(session, actor, form.owner_id),
        due_on=form.due_on,
        created_by_id=actor.member_id,
        created_at=at,
    )
    session.add(step)
    return step


def _owner(session: Session, actor: Actor, named: UUID | None) -> UUID:
    if named is None:
        return actor.member_id
    member = member_with_id(session, actor, named)
    if member is None or member.left_at:
        raise Refused("owner_id", N_("Please choose one of the list."))
    return member.id


def complete(session: Session, actor: Actor, step: FollowUp, at: datetime) -> None:
    """Done: the first to say so is remembered."""
    if step.done_at is None:
        step.done_at, step.done_by_id = at, actor.member_id
        session.add(step)


def postpone(session: Session, step: FollowUp, due_on: date) -> None:
    step.due_on = due_on
    session.add(step)
