"""Keeping stored tags true: called in the transaction in which a fact changed."""

from sqlalchemy import update
from sqlmodel import Session, col

from app.accounts.actor import Actor
from app.leads.models import Lead, LeadAtShow
from app.leads.queries import interactions_of_leads
from app.tagging.dimensions.behaviour import warmth
from app.tagging.ledger import facts_of
from app.tagging.policy import DEFAULT


def retag(session: Session, actor: Actor, lead: Lead) -> None:
    """Replay the lead's ledger and store what follows from it. Lock the lead before."""
    session.flush()  # the ledger is read back, with what was just added to it
    ledger = interactions_of_leads(session, actor, [lead.id])
    found = warmth(facts_of(ledger), DEFAULT)
    lead.heat = found.heat
    lead.active_until, lead.potential_until = found.active_until, found.potential_until
    session.add(lead)
    session.execute(
        update(LeadAtShow)
        .where(
            col(LeadAtShow.lead_id) == lead.id, col(LeadAtShow.exhibitor_id) == actor.exhibitor_id
        )
        .values(active_until=found.active_until, potential_until=found.potential_until)
    )
