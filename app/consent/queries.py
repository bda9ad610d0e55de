"""Finding consents and their wordings."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel import Session, col

from app.accounts.actor import Actor
from app.accounts.scope import owned
from app.consent.models import Consent, ConsentWording
from app.shows.models import Show


def wording_of_show(session: Session, actor: Actor, show: Show) -> ConsentWording | None:
    """The newest version."""
    found = owned(ConsentWording, actor).where(ConsentWording.show_id == show.id)
    return session.exec(found.order_by(col(ConsentWording.version).desc())).first()


def wordings_of_show(session: Session, actor: Actor, show: Show) -> list[ConsentWording]:
    """Every version, the newest first."""
    found = owned(ConsentWording, actor).where(ConsentWording.show_id == show.id)
    return list(session.exec(found.order_by(col(ConsentWording.version).desc())))


def consents_of_leads(session: Session, actor: Actor, lead_ids: Collection[UUID]) -> list[Consent]:
    """Every consent of these leads, oldest first."""
    found = owned(Consent, actor).where(col(Consent.lead_id).in_(lead_ids))
    return list(session.exec(found.order_by(col(Consent.at), col(Consent.id))))
