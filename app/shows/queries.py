"""Finding shows and what is set up for them."""

from uuid import UUID

from sqlmodel import Session, col

from app.accounts.actor import Actor
from app.accounts.scope import owned
from app.shows.models import Chip, Product, Show


def shows(session: Session, actor: Actor) -> list[Show]:
    """All shows, the latest first."""
    return list(session.exec(owned(Show, actor).order_by(col(Show.starts_on).desc())))


def show_with_id(session: Session, actor: Actor, show_id: UUID) -> Show | None:
    return session.exec(owned(Show, actor).where(Show.id == show_id)).first()


def chips_of_show(session: Session, actor: Actor, show: Show) -> list[Chip]:
    found = owned(Chip, actor).where(Chip.show_id == show.id, col(Chip.removed_at).is_(None))
    return list(session.exec(found.order_by(col(Chip.position), col(Chip.id))))


def products_of_show(session: Session, actor: Actor, show: Show) -> list[Product]:
    found = owned(Product, actor).where(
        Product.show_id == show.id, col(Product.removed_at).is_(None)
    )
    return list(session.exec(found.order_by(col(Product.position), col(Product.id))))


def products(session: Session, actor: Actor) -> list[Product]:
    """Products of all shows, removed ones too: for names on old captures."""
    return list(session.exec(owned(Product, actor).order_by(col(Product.name))))
