"""Keeping photos: each once, whatever is sent again."""

from datetime import datetime
from hashlib import sha256

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from app.accounts.actor import Actor
from app.photos.forms import PhotoForm
from app.photos.models import Photo
from app.photos.picture import MOST_PHOTOS, media_type_of
from app.photos.queries import count_of_capture, sha256_of
from app.photos.verdict import PhotoVerdict, refused

INSERT = {
    name: dialect.insert(Photo).on_conflict_do_nothing().returning(Photo.id)
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}


def keep_photo(
    session: Session, actor: Actor, form: PhotoForm, content: bytes, at: datetime
) -> PhotoVerdict:
    """Keep a picture with its capture, which is there. The database's constraint decides whether it
    is there already; the same id with other bytes is never taken for the same photo.
    """
    digest = sha256(content).hexdigest()
    stored = sha256_of(session, actor, form.photo_id)
    if stored is None and count_of_capture(session, actor, form.capture_id) >= MOST_PHOTOS:
        return refused("too_many")
    row = {
        "exhibitor_id": actor.exhibitor_id,
        "id": form.photo_id,
        "capture_id": form.capture_id,
        "kind": form.kind,
        "media_type": media_type_of(content),
        "content": content,
        "sha256": digest,
        "taken_at": form.taken_at or at,
        "received_at": at,
        "sent_by_id": actor.member_id,
    }
    made = session.execute(INSERT[session.get_bind().dialect.name], row).scalar()
    if made:
        return PhotoVerdict("recorded")
    is_same = sha256_of(session, actor, form.photo_id) == (form.capture_id, digest)
    return PhotoVerdict("known") if is_same else refused("other_photo")
