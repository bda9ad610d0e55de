"""What a capture brought to its lead, taken out of it again without being erased.

Its lines of the ledger, answers, permissions and open steps go to a lead of their own that is part
of the first one, as after a merge: no list, tag, count or export shows it, and nothing is changed
but whose they are.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, update
from sqlmodel import Session, col

from app.accounts.actor import Actor
from app.capture.arrival import Arrival, understood
from app.capture.models import Capture
from app.capture.queries import setting_of
from app.capture.setting import Setting
from app.leads.merging import unmerged
from app.leads.models import FollowUp, Interaction, Lead, LeadAtShow, LeadKey
from app.leads.person import changes_between
from app.leads.queries import interactions_of_leads, shows_of_leads
from app.leads.rating import newest_rating
from app.leads.service import fields_of
from app.leads.service.editing import change_fields, reindex
from app.leads.service.interacting import IN_PERSON
from app.leads.service.merging import MOVING
from app.settling.again import known_by, sent_again
from app.settling.queries import standing_captures
from app.tagging.service import retag


def set_aside(
    session: Session,
    actor: Actor,
    capture: Capture,
    lead: Lead,
    *,
    coming: Iterable[str],
    at: datetime,
) -> Sequence[str]:
    """Leave the lead as if the capture had never come; the keys that it came by. Lock the lead
    before. Keys in `coming` stay: they come again."""
    setting = setting_of(session, actor)
    every = standing_captures(session, actor, lead)
    others = [_read(actor, each, setting) for each in every if each.id != capture.id]
    this = _read(actor, capture, setting)
    brought = changes_between(known_by(others), known_by([*others, this]))
    was_rated = any(entry.kind.startswith("rated_") for entry in this.entries)
    _move_to_shadow(session, actor, capture, lead)
    change_fields(session, actor, lead, unmerged(fields_of(lead), brought), at)
    reindex(session, actor, lead)
    ledger = interactions_of_leads(session, actor, [lead.id])
    lead.rating = newest_rating(ledger) or ("" if was_rated else lead.rating)
    _met_as_remains(session, actor, lead, ledger)
    staying = {*coming, *(key for each in others for key in each.keys)}
    _forget(session, actor, lead, set(this.keys) - staying)
    retag(session, actor, lead)
    return this.keys


def _read(actor: Actor, capture: Capture, setting: Setting) -> Arrival:
    sent = sent_again(capture.body, capture.payload, capture.id)
    skew = timedelta(milliseconds=capture.skew_ms)
    return understood(sent, actor, setting, received_at=capture.received_at, skew=skew)


def _move_to_shadow(session: Session, actor: Actor, capture: Capture, lead: Lead) -> None:
    shadow = Lead(
        exhibitor_id=actor.exhibitor_id,
        name=lead.name,
        company=lead.company,
        first_met_at=capture.happened_at,
        last_met_at=capture.happened_at,
        merged_into_id=lead.id,
    )
    session.add(shadow)
    session.flush()
    if capture.show_id:
        session.add(_there(shadow, capture.show_id))
    for table in MOVING.values():
        which: list[Any] = [table.exhibitor_id == actor.exhibitor_id, table.lead_id == lead.id]
        which.append(table.capture_id == capture.id)
        if table is FollowUp:
            which.append(col(FollowUp.done_at).is_(None))  # what was done was done
        moving = update(table).where(*which).values(lead_id=shadow.id)
        session.execute(moving, execution_options={"synchronize_session": "fetch"})


def _there(shadow: Lead, show_id: UUID) -> LeadAtShow:
    """So that it goes when its show goes."""
    return LeadAtShow(
        exhibitor_id=shadow.exhibitor_id,
        show_id=show_id,
        lead_id=shadow.id,
        first_met_at=shadow.first_met_at,
        last_met_at=shadow.last_met_at,
    )


def _met_as_remains(
    session: Session, actor: Actor, lead: Lead, ledger: Sequence[Interaction]
) -> None:
    """When the lead was met, in all and at each show, by what is left."""
    met = [line for line in ledger if line.capture_id or line.kind in IN_PERSON]
    if met:
        lead.first_met_at, lead.last_met_at = _span(met)
    for row in shows_of_leads(session, actor, [lead.id]):
        there = [line for line in met if line.show_id == row.show_id]
        if there:
            row.first_met_at, row.last_met_at = _span(there)
        else:
            session.delete(row)


def _span(lines: Iterable[Interaction]) -> tuple[datetime, datetime]:
    moments = [line.at for line in lines]
    return min(moments), max(moments)


def _forget(session: Session, actor: Actor, lead: Lead, gone: set[str]) -> None:
    """The lead is not known any more by what only this capture said."""
    ours = (col(LeadKey.exhibitor_id) == actor.exhibitor_id, col(LeadKey.lead_id) == lead.id)
    session.execute(delete(LeadKey).where(*ours, col(LeadKey.key).in_(gone)))
