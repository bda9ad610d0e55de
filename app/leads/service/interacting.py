"""Adding to the ledger by hand."""

from datetime import datetime, tzinfo
from uuid import UUID

from sqlmodel import Session

from app.accounts.actor import Actor
from app.leads.models import Interaction, Lead
from app.leads.queries import interactions_of_leads
from app.leads.rating import newest_rating
from app.leads.service.editing import reindex

IN_PERSON = ("conversation", "demo", "sample", "meeting_held", "site_visit")


def add_interaction(
    session: Session,
    actor: Actor,
    lead: Lead,
    *,
    kind: str,
    note: str,
    show_id: UUID | None,
    zone: tzinfo,
    at: datetime,
) -> Interaction:
    """One thing that happened, now. Lock the lead before, and retag it after."""
    made = Interaction(
        exhibitor_id=actor.exhibitor_id,
        lead_id=lead.id,
        show_id=show_id,
        member_id=actor.member_id,
        kind=kind,
        note=note,
        at=at,
        on_day=at.astimezone(zone).date(),
        created_at=at,
    )
    session.add(made)
    if kind in IN_PERSON:
        lead.last_met_at = max(lead.last_met_at, at)
    reindex(session, actor, lead)
    lead.rating = newest_rating(interactions_of_leads(session, actor, [lead.id])) or lead.rating
    return made
