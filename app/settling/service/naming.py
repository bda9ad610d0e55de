"""Captures that nobody could read: a person says who it was."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.service import Refused
from app.capture.arrival import Arrival, typed_fields, understood
from app.capture.batch import Sent
from app.capture.forms import TypedFields
from app.capture.models import Capture
from app.capture.queries import setting_of
from app.capture.setting import Setting
from app.kit.ids import new_id
from app.leads.models import Lead
from app.leads.person import corrected
from app.leads.queries import leads_locked
from app.leads.service import edit, fields_of
from app.settling.again import sent_again
from app.settling.forms import SettlementForm
from app.settling.listing import needs_a_word
from app.settling.queries import capture_locked
from app.settling.service.replacing import ALREADY, take_the_place
from app.web.language import N_

WHO = N_("Please enter a name, a company, or a way to reach the visitor.")
WHICH_SHOW = N_("Please choose the show.")


def settle_parked(
    session: Session, actor: Actor, capture_id: UUID, form: SettlementForm, at: datetime
) -> None:
    """Say who it was, or at which show; or that nobody knows, so that nobody is asked again."""
    capture = capture_locked(session, actor, capture_id)
    lead = _lead_of(session, actor, capture)
    if not needs_a_word(capture, lead):
        raise Refused("form", ALREADY)
    setting = setting_of(session, actor)
    if not form.is_unknown and lead:
        _name(session, actor, lead, _typed_here(form, capture, setting), at)
    elif not form.is_unknown:
        _put_to_show(session, actor, capture, form, setting=setting, at=at)
    if lead:
        lead.needs_look = ""
        session.add(lead)
    capture.settled_at, capture.settled_by_id = at, actor.member_id
    session.add(capture)


def _typed_here(form: SettlementForm, capture: Capture, setting: Setting) -> dict[str, Any]:
    show = setting.shows.get(capture.show_id) if capture.show_id else None
    return typed_fields(_typed(form), show)


def _name(
    session: Session, actor: Actor, lead: Lead, typed: Mapping[str, Any], at: datetime
) -> None:
    if not typed:
        raise Refused("name", WHO)
    edit(session, actor, lead, corrected(fields_of(lead), typed), at)


def _put_to_show(
    session: Session,
    actor: Actor,
    capture: Capture,
    form: SettlementForm,
    *,
    setting: Setting,
    at: datetime,
) -> None:
    if form.show_id is None or form.show_id not in setting.shows:
        raise Refused("show_id", WHICH_SHOW)
    before = capture.body.get("fields") or {}
    typed = {name: value for name, value in _typed(form).model_dump().items() if value}
    changed = {"show_id": str(form.show_id), "fields": {**before, **typed}}
    sent = sent_again(capture.body, capture.payload, new_id(), **changed)
    take_the_place(session, actor, capture, _as_it_came(actor, capture, sent, setting, at), at)


def _typed(form: SettlementForm) -> TypedFields:
    return TypedFields.model_validate(form.model_dump(include=set(TypedFields.model_fields)))


def _as_it_came(
    actor: Actor, capture: Capture, sent: Sent, setting: Setting, at: datetime
) -> Arrival:
    sender = replace(actor, member_id=capture.sent_by_id, device_id=capture.device_id)
    skew = timedelta(milliseconds=capture.skew_ms)
    return understood(sent, sender, setting, received_at=at, skew=skew)


def _lead_of(session: Session, actor: Actor, capture: Capture) -> Lead | None:
    """Its lead, locked."""
    lead_id = capture.lead_id
    return leads_locked(session, actor, [lead_id]).get(lead_id) if lead_id else None
