"""Finding photos. Their bytes are read one photo at a time."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from app.accounts.actor import Actor
from app.accounts.scope import owned
from app.photos.models import Photo


def photo_with_id(session: Session, actor: Actor, capture_id: UUID, photo_id: UUID) -> Photo | None:
    found = owned(Photo, actor).where(Photo.id == photo_id, Photo.capture_id == capture_id)
    return session.exec(found).first()


def sha256_of(session: Session, actor: Actor, photo_id: UUID) -> tuple[UUID, str] | None:
    """Of a stored photo: its capture and its hash."""
    found = select(Photo.capture_id, Photo.sha256).where(
        Photo.exhibitor_id == actor.exhibitor_id, Photo.id == photo_id
    )
    return session.exec(found).first()


def count_of_capture(session: Session, actor: Actor, capture_id: UUID) -> int:
    found = select(func.count()).where(
        Photo.exhibitor_id == actor.exhibitor_id, Photo.capture_id == capture_id
    )
    return session.exec(found).one()


def photos_of_captures(
    session: Session, actor: Actor, capture_ids: Collection[UUID]
) -> dict[UUID, list[Photo]]:
    """The photos of each capture in the order they were taken, without their bytes."""
    grouped: dict[UUID, list[Photo]] = defaultdict(list)
    if capture_ids:
        found = owned(Photo, actor).where(col(Photo.capture_id).in_(capture_ids))
        without_bytes = found.options(defer(Photo.content))  # type: ignore[arg-type]
        for photo in session.exec(without_bytes.order_by(col(Photo.id))):
            grouped[photo.capture_id].append(photo)
    return grouped
