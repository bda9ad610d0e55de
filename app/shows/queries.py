"""Finding shows and what is set up for them."""

from uuid import UUID

from sqlmodel import Session, col

from app.accounts.actor import Actor
from app.accounts.scope import owned
from app.shows.models import Chip, Product, Show


def shows(session: Session, actor: Actor) -> list[Show]:
    """All shows, the latest first."""
    return list(session.exec(owned(Show, actor).order_by(col(Show.starts_on).desc())))


def show_with_id(
    session: Session, actor: Actor, show_id: UUID, *, for_update: bool = False
) -> Show | None:
    """`for_update`: nobody else changes it meanwhile; captures that refer to it go on."""
    found = owned(Show, actor).where(Show.id == show_id)
    return session.exec(found.with_for_update(key_share=True) if for_update else found).first()


def last_show(session: Session, actor: Actor) -> Show | None:
    """The show that was set up last, the demo left aside: the next one begins with its set-up."""
    found = owned(Show, actor).where(col(Show.is_demo).is_(False))
    return session.exec(found.order_by(col(Show.created_at).desc(), col(Show.id).desc())).first()


def chips_of_show(session: Session, actor: Actor, show: Show) -> list[Chip]:
    found = owned(Chip, actor).where(Chip.show_id == show.id, col(Chip.removed_at).is_(None))
    return list(session.exec(found.order_by(col(Chip.position), col(Chip.id))))


def chip_with_id(session: Session, actor: Actor, show: Show, chip_id: UUID) -> Chip | None:
    found = owned(Chip, actor).where(Chip.show_id == show.id, Chip.id == chip_id)
    return session.exec(found).first()


def products_of_show(session: Session, actor: Actor, show: Show) -> list[Product]:
    found = owned(Product, actor).where(
        Product.show_id == show.id, col(Product.removed_at).is_(None)
    )
    return list(session.exec(found.order_by(col(Product.position), col(Product.id))))


def product_with_id(session: Session, actor: Actor, show: Show, product_id: UUID) -> Product | None:
    found = owned(Product, actor).where(Product.show_id == show.id, Product.id == product_id)
    return session.exec(found).first()


def products(session: Session, actor: Actor) -> list[Product]:
    """Products of all shows, removed ones too: for names on old captures."""
    return list(session.exec(owned(Product, actor).order_by(col(Product.name))))
