"""Finding the organiser's list of a show, and who wears a number."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

import sqlalchemy
from sqlalchemy import Connection, Row, bindparam
from sqlmodel import Session, col, func, select

from app.accounts.actor import Actor
from app.accounts.scope import owned
from app.directory.models import Directory, DirectoryCopy, DirectoryEntry, DirectoryImport

Number = tuple[UUID, str]

WEARERS = sqlalchemy.select(DirectoryEntry.__table__).where(  # type: ignore[attr-defined]
    col(DirectoryEntry.exhibitor_id).in_(bindparam("exhibitors", expanding=True)),
    col(DirectoryEntry.show_id).in_(bindparam("shows", expanding=True)),
    col(DirectoryEntry.key).in_(bindparam("keys", expanding=True)),
)


def wearers(
    connection: Connection, exhibitors: Collection[UUID], numbers: Collection[Number]
) -> dict[Number, Row[Any]]:
    """Entries of many numbers at once, by show and number."""
    if not numbers:
        return {}
    shows = {show_id for show_id, _ in numbers}
    asked = {"exhibitors": list(exhibitors), "shows": list(shows)}
    keys = sorted({key for _, key in numbers})
    found = connection.execute(WEARERS, asked | {"keys": keys})
    return {(row.show_id, row.key): row for row in found}


def wearer_of(session: Session, actor: Actor, show_id: UUID, key: str) -> DirectoryEntry | None:
    found = owned(DirectoryEntry, actor).where(
        DirectoryEntry.show_id == show_id, DirectoryEntry.key == key
    )
    return session.exec(found).first()


def shows_with_directory(session: Session, actor: Actor) -> frozenset[UUID]:
    found = select(Directory.show_id).where(Directory.exhibitor_id == actor.exhibitor_id)
    return frozenset(session.exec(found))


def directory_of_show(session: Session, actor: Actor, show_id: UUID) -> Directory | None:
    return session.exec(owned(Directory, actor).where(Directory.show_id == show_id)).first()


def version_for_phones(session: Session, actor: Actor, show_id: UUID) -> UUID | None:
    """The version of the list that phones may keep; None where they may keep none."""
    found = select(Directory.version).where(
        Directory.exhibitor_id == actor.exhibitor_id,
        Directory.show_id == show_id,
        col(Directory.on_phones),
        col(Directory.import_id).is_not(None),
    )
    return session.exec(found).first()


def copy_of_show(session: Session, actor: Actor, show_id: UUID) -> DirectoryCopy | None:
    return session.exec(owned(DirectoryCopy, actor).where(DirectoryCopy.show_id == show_id)).first()


def import_with_id(session: Session, actor: Actor, import_id: UUID) -> DirectoryImport | None:
    return session.exec(
        owned(DirectoryImport, actor).where(DirectoryImport.id == import_id)
    ).first()


def newest_import(session: Session, actor: Actor, show_id: UUID) -> DirectoryImport | None:
    found = owned(DirectoryImport, actor).where(DirectoryImport.show_id == show_id)
    newest = found.order_by(col(DirectoryImport.created_at).desc(), col(DirectoryImport.id).desc())
    return session.exec(newest.limit(1)).first()


def digests_of_show(session: Session, actor: Actor, show_id: UUID) -> dict[str, str]:
    """What every number said in the lists so far, as a digest."""
    found = select(DirectoryEntry.key, DirectoryEntry.digest).where(
        DirectoryEntry.exhibitor_id == actor.exhibitor_id, DirectoryEntry.show_id == show_id
    )
    return dict(session.exec(found).all())


def counts_of_show(session: Session, actor: Actor, directory: Directory) -> tuple[int, int]:
    """Entries in all, and those that the newest list no longer has."""
    found = select(func.count()).where(
        DirectoryEntry.exhibitor_id == actor.exhibitor_id,
        DirectoryEntry.show_id == directory.show_id,
    )
    gone = found.where(DirectoryEntry.import_id != directory.import_id)
    return session.exec(found).one(), session.exec(gone).one()


def names_of_show(session: Session, actor: Actor, show_id: UUID) -> Iterator[tuple[str, str, str]]:
    """Number, name and company of everybody on the list, by number."""
    found = select(DirectoryEntry.key, DirectoryEntry.name, DirectoryEntry.company).where(
        DirectoryEntry.exhibitor_id == actor.exhibitor_id, DirectoryEntry.show_id == show_id
    )
    rows: Iterable[Any] = session.exec(found.order_by(col(DirectoryEntry.key)))
    return iter(rows)
