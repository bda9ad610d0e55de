"""A capture that stands for an earlier one: the same path in, within the present transaction."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from app.accounts.actor import Actor
from app.accounts.service import Refused
from app.capture.arrival import Arrival
from app.capture.models import Capture
from app.capture.queries import capture_with_id
from app.capture.service import record
from app.db import LostRace
from app.leads.models import Lead, LeadKey
from app.leads.queries import interactions_of_leads, keys_of_lead, leads_locked
from app.settling.again import is_somebody_else
from app.settling.queries import leads_by_keys, standing_captures
from app.settling.service.setting_aside import set_aside
from app.web.language import N_

ALREADY = N_("Somebody has settled this already.")
ONCE_MORE = N_("Somebody changed the same lead just now. Please try once more.")
TRIES = 3


def take_the_place(
    session: Session, actor: Actor, capture: Capture, arrival: Arrival, at: datetime
) -> None:
    """Record a capture that stands for an earlier one from now on: all of it, or nothing."""
    with session.begin_nested():
        _take_the_place(session, actor, capture, arrival, at)


def _take_the_place(
    session: Session, actor: Actor, capture: Capture, arrival: Arrival, at: datetime
) -> None:
    known = leads_by_keys(session, actor, list(arrival.keys))
    ids = {*known.values(), *([capture.lead_id] if capture.lead_id else [])}
    leads = leads_locked(session, actor, ids)
    lead = leads.get(capture.lead_id) if capture.lead_id else None
    if lead:
        keys = set_aside(session, actor, capture, lead, coming=arrival.keys, at=at)
        if not known and not is_somebody_else(arrival.keys, keys):
            arrival = _led_to(session, actor, lead, arrival)
    record_now(session, arrival)
    made = capture_with_id(session, actor, arrival.form.capture_id)
    assert made is not None
    capture.state, capture.reason, capture.replaced_by_id = "replaced", "", made.id
    capture.settled_at, capture.settled_by_id = at, actor.member_id
    capture.lead_id = made.lead_id
    session.add(capture)
    _forget_marker(session, actor, made)
    if lead and made.lead_id and made.lead_id != lead.id:
        _go_if_empty(session, actor, lead, made.lead_id)


def _led_to(session: Session, actor: Actor, lead: Lead, arrival: Arrival) -> Arrival:
    """Without a badge or an address of its own it is known by the capture that it stands for."""
    key = _marker(arrival.form.capture_id)
    session.add(LeadKey(exhibitor_id=actor.exhibitor_id, key=key, lead_id=lead.id))
    return replace(arrival, keys=[*arrival.keys, key])


def _marker(capture_id: UUID) -> str:
    return f"capture:{capture_id.hex}"


def _forget_marker(session: Session, actor: Actor, capture: Capture) -> None:
    ours = col(LeadKey.exhibitor_id) == actor.exhibitor_id
    session.execute(delete(LeadKey).where(ours, col(LeadKey.key) == _marker(capture.id)))


def record_now(session: Session, arrival: Arrival) -> None:
    """The one path in, within the present transaction."""
    session.flush()
    for left in reversed(range(TRIES)):
        try:
            with session.begin_nested():
                record(session.connection(), [arrival])
            break
        except (IntegrityError, LostRace) as problem:
            if not left:
                raise Refused("form", ONCE_MORE) from problem
    session.expire_all()  # leads have grown beside the session


def _go_if_empty(session: Session, actor: Actor, lead: Lead, heir_id: UUID) -> None:
    """A lead of whom nothing is left is part of the one that its only capture went to."""
    if interactions_of_leads(session, actor, [lead.id]):
        return
    for key in keys_of_lead(session, actor, lead):
        key.lead_id = heir_id
    for capture in standing_captures(session, actor, lead):
        capture.lead_id = heir_id
    lead.merged_into_id = heir_id
    session.add(lead)
