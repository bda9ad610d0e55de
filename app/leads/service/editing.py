"""Correcting what is known about a person."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from app.accounts.actor import Actor
from app.leads.identity import keys_of
from app.leads.models import Lead, LeadEdit, LeadKey
from app.leads.person import LISTS, TEXTS, Fields, changes_between, indexed
from app.leads.queries import interactions_of_leads

KEYS = {
    name: dialect.insert(LeadKey).on_conflict_do_nothing()
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}


def fields_of(lead: Lead) -> Fields:
    """A lead's own fields, apart from the row."""
    return lead.model_dump(include={*TEXTS, *LISTS, "links"})


def edit(
    session: Session, actor: Actor, lead: Lead, fields: Mapping[str, Any], at: datetime
) -> LeadEdit | None:
    """Give a lead these fields, as a person typed them. Lock the lead before."""
    made = change_fields(session, actor, lead, fields, at)
    _learn_keys(session, actor, lead)
    return made


def change_fields(
    session: Session, actor: Actor, lead: Lead, fields: Mapping[str, Any], at: datetime
) -> LeadEdit | None:
    """Change what differs, and write down who changed what."""
    changes = changes_between(fields_of(lead), fields)
    if not changes:
        return None
    lead.sqlmodel_update(dict(fields))
    lead.changed_at = at
    if lead.name or lead.company:
        lead.needs_look = ""
    reindex(session, actor, lead)
    made = LeadEdit(
        exhibitor_id=actor.exhibitor_id,
        lead_id=lead.id,
        member_id=actor.member_id,
        changes=changes,
        at=at,
    )
    session.add(made)
    return made


def reindex(session: Session, actor: Actor, lead: Lead) -> None:
    """Keep true what the lead is sorted by and searched in."""
    session.flush()
    ledger = interactions_of_leads(session, actor, [lead.id])
    notes = "\n".join(line.note for line in ledger if line.note)
    lead.sqlmodel_update(indexed(fields_of(lead), notes))
    session.add(lead)


def _learn_keys(session: Session, actor: Actor, lead: Lead) -> None:
    """Who is met again with an address that was typed here is this lead, unless it is another's.

    Somebody may learn the same key at the same moment: the first keeps it.
    """
    keys = sorted(set(keys_of(None, "", lead.emails)))
    if keys:
        rows = [
            {"exhibitor_id": actor.exhibitor_id, "key": key, "lead_id": lead.id} for key in keys
        ]
        session.execute(KEYS[session.get_bind().dialect.name], rows)
