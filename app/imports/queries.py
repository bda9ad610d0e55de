"""Captures that the organiser's list can complete."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from sqlmodel import Session, col, func, select

from app.accounts.actor import Actor
from app.accounts.scope import owned
from app.capture.models import Capture
from app.directory.models import DirectoryEntry
from app.leads.models import LeadEdit

NUMBERED = "id:"


def wearers_of_leads(
    session: Session, actor: Actor, show_id: UUID, *, after: UUID | None, most: int
) -> dict[UUID, DirectoryEntry]:
    """Leads met at the show by a number that is on its list, in the order of their ids."""
    number = func.substr(Capture.badge_key, len(NUMBERED) + 1)
    found = (
        select(col(Capture.lead_id), func.min(DirectoryEntry.key))
        .join(
            DirectoryEntry,
            (col(DirectoryEntry.show_id) == Capture.show_id) & (col(DirectoryEntry.key) == number),
        )
        .where(
            Capture.exhibitor_id == actor.exhibitor_id,
            Capture.show_id == show_id,
            col(Capture.lead_id).is_not(None),
            col(Capture.badge_key).startswith(NUMBERED),
        )
        .group_by(col(Capture.lead_id))
        .order_by(col(Capture.lead_id))
        .limit(most)
    )
    if after:
        found = found.where(col(Capture.lead_id) > after)
    numbers = {lead: key for lead, key in session.exec(found) if lead}
    entries = owned(DirectoryEntry, actor).where(
        DirectoryEntry.show_id == show_id, col(DirectoryEntry.key).in_(set(numbers.values()))
    )
    by_key = {entry.key: entry for entry in session.exec(entries)}
    return {lead: by_key[key] for lead, key in numbers.items()}


def fields_people_changed(
    session: Session, actor: Actor, lead_ids: Collection[UUID]
) -> dict[UUID, set[str]]:
    """What people gave or emptied with their own hands, by lead."""
    found = owned(LeadEdit, actor).where(
        col(LeadEdit.lead_id).in_(lead_ids), col(LeadEdit.member_id).is_not(None)
    )
    changed: dict[UUID, set[str]] = defaultdict(set)
    for edit in session.exec(found):
        changed[edit.lead_id] |= set(edit.changes)
    return changed
