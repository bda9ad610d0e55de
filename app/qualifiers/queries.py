"""Finding qualifiers and answers."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel import Session, col

from app.accounts.actor import Actor
from app.accounts.scope import owned
from app.qualifiers.models import Answer, Qualifier
from app.shows.models import Show


def qualifiers_of_show(session: Session, actor: Actor, show: Show) -> list[Qualifier]:
    found = owned(Qualifier, actor).where(
        Qualifier.show_id == show.id, col(Qualifier.removed_at).is_(None)
    )
    return list(session.exec(found.order_by(col(Qualifier.position), col(Qualifier.id))))


def qualifiers(session: Session, actor: Actor) -> list[Qualifier]:
    """Of all shows, removed ones too: for old answers."""
    return list(session.exec(owned(Qualifier, actor).order_by(col(Qualifier.position))))


def qualifier_with_id(
    session: Session, actor: Actor, show: Show, qualifier_id: UUID
) -> Qualifier | None:
    found = owned(Qualifier, actor).where(Qualifier.show_id == show.id)
    return session.exec(found.where(Qualifier.id == qualifier_id)).first()


def has_answers(session: Session, actor: Actor, qualifier: Qualifier) -> bool:
    found = owned(Answer, actor).where(Answer.qualifier_id == qualifier.id)
    return session.exec(found.limit(1)).first() is not None


def answers_of_leads(session: Session, actor: Actor, lead_ids: Collection[UUID]) -> list[Answer]:
    """Every answer of these leads, oldest first."""
    found = owned(Answer, actor).where(col(Answer.lead_id).in_(lead_ids))
    return list(session.exec(found.order_by(col(Answer.at), col(Answer.id))))


def questions_answered(session: Session, actor: Actor, lead_id: UUID, show_id: UUID) -> list[UUID]:
    """Which of a show's questions a lead has answered."""
    asked = owned(Qualifier, actor).where(Qualifier.show_id == show_id)
    given = owned(Answer, actor).where(
        Answer.lead_id == lead_id,
        col(Answer.qualifier_id).in_(asked.with_only_columns(col(Qualifier.id))),
    )
    return sorted({answer.qualifier_id for answer in session.exec(given)})
