"""Leads that were met before the list came get from it what nobody has said."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col

from app.accounts.actor import Actor
from app.capture.models import Capture
from app.capture.naming import ANSWERED
from app.directory.taught import completed_by_list, taught
from app.imports.queries import fields_people_changed, wearers_of_leads
from app.kit.clock import now
from app.leads.models import Lead
from app.leads.queries import leads_locked
from app.leads.service import change_fields, fields_of
from app.shows.models import Show

AT_ONCE = 50
UNSYNCED = {"synchronize_session": False}


def complete_leads(
    session: Session, actor: Actor, show: Show, *, after: UUID | None
) -> tuple[UUID | None, int]:
    """The next leads behind `after`: the last of them, None when there were none; how many changed.

    What people said stays, also where they emptied a field. The ledger stays as it is. Repeatable.
    """
    wearers = wearers_of_leads(session, actor, show.id, after=after, most=AT_ONCE)
    if not wearers:
        return None, 0
    leads = leads_locked(session, actor, sorted(wearers))
    kept = fields_people_changed(session, actor, wearers)
    standing = [lead for lead in leads.values() if not lead.merged_into_id]
    changed = 0
    for lead in standing:
        told = taught(wearers[lead.id], show.country)
        changed += _complete(session, actor, lead, told, kept.get(lead.id, ()))
    _settle_captures(session, actor, show, [lead.id for lead in standing if _is_known(lead)])
    return max(wearers), changed


def _complete(
    session: Session, actor: Actor, lead: Lead, told: Mapping[str, Any], kept: Collection[str]
) -> bool:
    known = fields_of(lead)
    fields = completed_by_list(known, told) | {name: known[name] for name in kept if name in known}
    edit = change_fields(session, actor, lead, fields, now())
    if edit:
        edit.member_id = None  # the organiser's list said so, not whoever brought it
    return edit is not None


def _is_known(lead: Lead) -> bool:
    return bool(lead.name or lead.company)


def _settle_captures(
    session: Session, actor: Actor, show: Show, lead_ids: Collection[UUID]
) -> None:
    """What only waited for a name waits no longer."""
    waiting = update(Capture).where(
        col(Capture.exhibitor_id) == actor.exhibitor_id,
        col(Capture.show_id) == show.id,
        col(Capture.lead_id).in_(lead_ids),
        col(Capture.state) == "parked",
        col(Capture.reason).in_(ANSWERED),
    )
    session.execute(waiting.values(state="recorded", reason=""), execution_options=UNSYNCED)
