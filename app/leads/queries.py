"""Finding leads and their ledger."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel import Session, col

from app.accounts.actor import Actor
from app.accounts.scope import owned
from app.leads.models import FollowUp, Interaction, Lead, LeadEdit


def lead_with_id(
    session: Session, actor: Actor, lead_id: UUID, *, for_update: bool = False
) -> Lead | None:
    found = owned(Lead, actor).where(Lead.id == lead_id)
    return session.exec(found.with_for_update() if for_update else found).first()


def interactions_of_leads(
    session: Session, actor: Actor, lead_ids: Collection[UUID]
) -> list[Interaction]:
    """The ledger of these leads, oldest first."""
    found = owned(Interaction, actor).where(col(Interaction.lead_id).in_(lead_ids))
    return list(session.exec(found.order_by(col(Interaction.at), col(Interaction.id))))


def follow_ups_of_leads(
    session: Session, actor: Actor, lead_ids: Collection[UUID]
) -> list[FollowUp]:
    """Promised next steps, open ones first, then by due day."""
    found = owned(FollowUp, actor).where(col(FollowUp.lead_id).in_(lead_ids))
    return list(
        session.exec(
            found.order_by(col(FollowUp.done_at).is_not(None), col(FollowUp.due_on), FollowUp.id)
        )
    )


def edits_of_lead(session: Session, actor: Actor, lead: Lead) -> list[LeadEdit]:
    found = owned(LeadEdit, actor).where(LeadEdit.lead_id == lead.id)
    return list(session.exec(found.order_by(col(LeadEdit.at).desc())))
