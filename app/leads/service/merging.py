"""Merging two leads that are one person, and taking that back."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col

from app.accounts.actor import Actor
from app.accounts.service import Refused
from app.consent.models import Consent
from app.leads.merging import GoingBack, merged, unmerged
from app.leads.models import DifferentPeople, FollowUp, Interaction, Lead, LeadKey, Merge
from app.leads.queries import (
    edits_of_lead,
    interactions_of_leads,
    keys_of_lead,
    leads_locked,
    merges_of_lead,
)
from app.leads.rating import newest_rating
from app.leads.service.editing import change_fields, fields_of, reindex
from app.leads.service.meeting import met_as_before, met_as_both, times_kept
from app.qualifiers.models import Answer
from app.web.language import N_

# What goes where its lead goes. Edits, and the rows of shows, stay with the lead they are of.
MOVING: dict[str, type[Any]] = {
    "interactions": Interaction,
    "answers": Answer,
    "consents": Consent,
    "follow_ups": FollowUp,
}
UNSYNCED = {"synchronize_session": False}
CHANGED_MEANWHILE = N_("One of the two has been merged meanwhile.")
NEWER_FIRST = N_("Please undo the newer merge first.")


def merge(session: Session, actor: Actor, kept: Lead, gone: Lead, at: datetime) -> Merge:
    """Make one lead of two; everything of the other moves to the kept one. Lock both before."""
    if kept.id == gone.id or kept.merged_into_id or gone.merged_into_id:
        raise Refused("other_id", CHANGED_MEANWHILE)
    moved = _as_it_was(session, actor, kept)
    moved["keys"] = _keys(session, actor, gone)
    _point_keys(session, actor, moved["keys"], kept)
    for name, table in MOVING.items():
        moved[name] = _move(session, actor, table, origin=gone, target=kept)
    met_as_both(session, actor, kept, gone)
    edited = change_fields(session, actor, kept, merged(fields_of(kept), fields_of(gone)), at)
    moved["edits"] = [str(edited.id)] if edited else []
    gone.merged_into_id = kept.id
    _settle(session, actor, kept, rating=kept.rating or gone.rating, at=at)
    made = Merge(
        exhibitor_id=actor.exhibitor_id,
        kept_id=kept.id,
        gone_id=gone.id,
        moved=moved,
        member_id=actor.member_id,
        at=at,
    )
    session.add_all([made, gone])
    return made


def undo_merge(
    session: Session,
    actor: Actor,
    merge: Merge,
    *,
    kept: Lead,
    gone: Lead,
    back: GoingBack,
    at: datetime,
) -> None:
    """Two leads again, each with what is its own; `back` is what came later to the gone one."""
    if not may_be_undone(session, actor, merge, kept):
        raise Refused("", NEWER_FIRST)
    for name, table in MOVING.items():
        ids = [UUID(row_id) for row_id in merge.moved[name]]
        for which in (table.id.in_(ids), table.capture_id.in_(back.captures)):
            _move(session, actor, table, which, origin=kept, target=gone)
    _point_keys(session, actor, back.keys, gone)
    gone.merged_into_id = None
    _fields_as_before(session, actor, merge, kept, at)
    met_as_before(session, actor, merge, kept=kept, gone=gone)
    _settle(session, actor, kept, rating=merge.moved["rating"][0], at=at)
    _settle(session, actor, gone, rating=gone.rating, at=at)
    kept.needs_look = "" if kept.name or kept.company else merge.moved["needs_look"][0]
    merge.undone_at, merge.undone_by_id = at, actor.member_id
    session.add_all([merge, kept, gone])


def may_be_undone(session: Session, actor: Actor, merge: Merge, kept: Lead) -> bool:
    """Only the newest merge of a lead that is there: what it was before is known exactly."""
    standing = [each.id for each in merges_of_lead(session, actor, kept) if not each.undone_at]
    return not kept.merged_into_id and standing[:1] == [merge.id]


def tell_apart(session: Session, actor: Actor, one: Lead, other: Lead) -> None:
    """Say that two leads are two people: they are not suggested again. Repeatable."""
    first, second = sorted((one.id, other.id))
    leads_locked(session, actor, [first, second])
    session.merge(
        DifferentPeople(
            exhibitor_id=actor.exhibitor_id,
            lead_id=first,
            other_id=second,
            member_id=actor.member_id,
        )
    )


def _as_it_was(session: Session, actor: Actor, kept: Lead) -> dict[str, list[str]]:
    """What an undoing has to know of the kept lead, as far as the edit does not say it."""
    return {
        **times_kept(session, actor, kept),
        "rating": [kept.rating],
        "needs_look": [kept.needs_look],
        "kept_keys": _keys(session, actor, kept),
    }


def _keys(session: Session, actor: Actor, lead: Lead) -> list[str]:
    return [known.key for known in keys_of_lead(session, actor, lead)]


def _move(
    session: Session, actor: Actor, table: type[Any], *which: Any, origin: Lead, target: Lead
) -> list[str]:
    """Rows of one lead become the other's; their ids."""
    of_origin = (table.exhibitor_id == actor.exhibitor_id, table.lead_id == origin.id)
    moving = update(table).where(*of_origin, *which).values(lead_id=target.id)
    moved = session.execute(moving.returning(table.id), execution_options=UNSYNCED)
    return [str(row_id) for row_id in moved.scalars()]


def _point_keys(session: Session, actor: Actor, keys: Collection[str], target: Lead) -> None:
    moving = update(LeadKey).where(
        col(LeadKey.exhibitor_id) == actor.exhibitor_id, col(LeadKey.key).in_(keys)
    )
    session.execute(moving.values(lead_id=target.id), execution_options=UNSYNCED)


def _fields_as_before(
    session: Session, actor: Actor, merge: Merge, kept: Lead, at: datetime
) -> None:
    edits = edits_of_lead(session, actor, kept)
    changes = next((edit.changes for edit in edits if str(edit.id) in merge.moved["edits"]), {})
    change_fields(session, actor, kept, unmerged(fields_of(kept), changes), at)


def _settle(session: Session, actor: Actor, lead: Lead, *, rating: str, at: datetime) -> None:
    """What follows from the ledger, now that it is another."""
    reindex(session, actor, lead)
    lead.rating = newest_rating(interactions_of_leads(session, actor, [lead.id])) or rating
    lead.changed_at = at
