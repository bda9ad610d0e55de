"""Working with leads: what changes the ledger also changes the tag, in the same transaction."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col

from app.accounts.actor import Actor
from app.accounts.queries import member_with_id
from app.accounts.service import Refused
from app.badges.parse import parse_badge
from app.capture.models import Capture
from app.capture.setting import mapping_of
from app.desk.queries import captures_of_lead, captures_since
from app.desk.typed import applied, as_sent, changed, in_conflict, sent_back
from app.leads import service as leads
from app.leads.forms import InteractionForm, LeadForm
from app.leads.identity import keys_of
from app.leads.merging import GoingBack, LaterCapture, going_back
from app.leads.models import Interaction, Lead, Merge
from app.leads.queries import edits_of_lead, leads_locked, shows_of_leads
from app.leads.service.merging import CHANGED_MEANWHILE
from app.shows.days import local_day, zone_named
from app.shows.models import Show
from app.shows.queries import show_with_id, shows
from app.tagging.service import retag
from app.web.language import N_

NOTHING_NOTED = N_("Please write the note.")


def add_interaction(
    session: Session, actor: Actor, lead: Lead, form: InteractionForm, at: datetime
) -> Interaction:
    """Something happened with a lead just now. On a day of the show it happened there."""
    if form.kind == "note" and not form.note:
        raise Refused("note", NOTHING_NOTED)
    show = _last_show(session, actor, lead)
    is_on = show is not None and show.starts_on <= local_day(at, show.time_zone) <= show.ends_on
    made = leads.add_interaction(
        session,
        actor,
        lead,
        kind=form.kind,
        note=form.note,
        show_id=show.id if show and is_on else None,
        zone=zone_named(show.time_zone if show else ""),
        at=at,
    )
    retag(session, actor, lead)
    return made


def today_with(session: Session, actor: Actor, lead: Lead, at: datetime) -> date:
    """The day it is where the lead was met."""
    show = _last_show(session, actor, lead)
    return local_day(at, show.time_zone if show else "")


def _last_show(session: Session, actor: Actor, lead: Lead) -> Show | None:
    met = shows_of_leads(session, actor, [lead.id])
    return show_with_id(session, actor, met[0].show_id) if met else None


def merge(session: Session, actor: Actor, kept_id: UUID, gone_id: UUID, at: datetime) -> Merge:
    """Make one lead of two, captures and tag included."""
    kept, gone = _both(session, actor, kept_id, gone_id)
    made = leads.merge(session, actor, kept, gone, at)
    captures = _move_captures(session, actor, gone, kept)
    made.moved = {**made.moved, "captures": [str(capture) for capture in captures]}
    session.add(made)
    retag(session, actor, kept)
    return made


def undo_merge(session: Session, actor: Actor, merge: Merge, at: datetime) -> Lead:
    """Two leads again; what came by a badge of the gone one since goes back with it."""
    kept, gone = _both(session, actor, merge.kept_id, merge.gone_id)
    back = _going_back(session, actor, kept, merge)
    leads.undo_merge(session, actor, merge, kept=kept, gone=gone, back=back, at=at)
    moved = {UUID(capture) for capture in merge.moved["captures"]}
    of_gone = col(Capture.id).in_(moved | back.captures)
    _move_captures(session, actor, kept, gone, of_gone)
    retag(session, actor, kept)
    retag(session, actor, gone)
    return gone


def _both(session: Session, actor: Actor, kept_id: UUID, gone_id: UUID) -> tuple[Lead, Lead]:
    locked = leads_locked(session, actor, [kept_id, gone_id])
    if len(locked) < 2:
        raise Refused("other_id", CHANGED_MEANWHILE)
    return locked[kept_id], locked[gone_id]


def _going_back(session: Session, actor: Actor, kept: Lead, merge: Merge) -> GoingBack:
    mappings = {show.id: mapping_of(show.badge_mapping) for show in shows(session, actor)}
    later = [
        LaterCapture(capture.id, capture.adds_to_id, _keys(capture, mappings))
        for capture in captures_since(session, actor, kept, merge)
    ]
    return going_back(
        later,
        moved_captures={UUID(capture) for capture in merge.moved["captures"]},
        gone_keys=merge.moved["keys"],
        kept_keys=merge.moved["kept_keys"],
    )


def _keys(capture: Capture, mappings: dict[UUID, Any]) -> list[str]:
    """The keys by which a capture found its lead."""
    typed = str(capture.body.get("fields", {}).get("email") or "")
    mapping = mappings.get(capture.show_id) if capture.show_id else None
    badge = parse_badge(capture.payload, mapping=mapping) if capture.payload else None
    emails = [email for email in (typed, *(badge.emails if badge else ())) if email]
    return keys_of(capture.show_id, capture.badge_key, emails)


def _move_captures(
    session: Session, actor: Actor, origin: Lead, target: Lead, *which: Any
) -> list[UUID]:
    ids = [capture.id for capture in captures_of_lead(session, actor, origin)]
    ours = col(Capture.exhibitor_id) == actor.exhibitor_id
    moving = update(Capture).where(ours, col(Capture.lead_id) == origin.id, *which)
    session.execute(
        moving.values(lead_id=target.id), execution_options={"synchronize_session": False}
    )
    return ids


class Overtaken(Exception):
    """Somebody else changed the same fields meanwhile: what they are now, and who it was."""

    def __init__(self, values: Mapping[str, str], by: str) -> None:
        super().__init__(values)
        self.values = values
        self.by = by


def edit(
    session: Session,
    actor: Actor,
    lead: Lead,
    form: LeadForm,
    *,
    seen: Mapping[str, str],
    at: datetime,
) -> None:
    """Change what the form changed; nothing that somebody else changed is overwritten unseen."""
    present = as_sent(leads.fields_of(lead))
    mine = changed(sent_back(form), seen)
    if overtaken := in_conflict(mine, seen, present):
        values = {name: present[name] for name in overtaken}
        raise Overtaken(values, _last_editor(session, actor, lead))
    show = _last_show(session, actor, lead)
    region = mine.get("country") or lead.country or (show.country if show else "")
    leads.edit(session, actor, lead, applied(leads.fields_of(lead), mine, region), at)


def _last_editor(session: Session, actor: Actor, lead: Lead) -> str:
    edits = edits_of_lead(session, actor, lead)
    member_id = edits[0].member_id if edits else None
    member = member_with_id(session, actor, member_id) if member_id else None
    return member.name if member else ""
