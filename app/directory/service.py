"""Taking the organiser's list in: shown first, then written chunk by chunk, and forgotten."""

from collections.abc import Iterable, Mapping, Sequence
from gzip import compress
from typing import Any
from uuid import UUID

from sqlalchemy import Table, delete, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from app.accounts.actor import Actor
from app.accounts.refusal import Refused
from app.directory.models import Directory, DirectoryCopy, DirectoryEntry, DirectoryImport
from app.directory.queries import directory_of_show, names_of_show, newest_import
from app.directory.state import is_under_way
from app.kit.clock import now
from app.kit.ids import new_id
from app.web.language import N_

Row = dict[str, Any]


def show_list(
    session: Session,
    actor: Actor,
    show_id: UUID,
    *,
    file_name: str,
    content: bytes,
    fields: Sequence[str],
    seen: Mapping[str, Any],
) -> DirectoryImport:
    """Keep a file until somebody has looked at what was understood of it. The last one counts."""
    refuse_while_under_way(session, actor, show_id)
    put_aside(session, actor, show_id)
    made = DirectoryImport(
        exhibitor_id=actor.exhibitor_id,
        show_id=show_id,
        member_id=actor.member_id,
        file_name=file_name,
        content=content,
        fields=list(fields),
        seen=dict(seen),
    )
    session.add(made)
    return made


def refuse_while_under_way(session: Session, actor: Actor, show_id: UUID) -> None:
    newest = newest_import(session, actor, show_id)
    if newest and is_under_way(newest.state, newest.beat_at, now()):
        raise Refused("list", N_("A list is being taken in just now. Please wait until it is."))


def put_aside(session: Session, actor: Actor, show_id: UUID) -> None:
    """A file that was only shown is forgotten; so is what one that failed held."""
    shown = delete(DirectoryImport).where(
        col(DirectoryImport.exhibitor_id) == actor.exhibitor_id,
        col(DirectoryImport.show_id) == show_id,
        col(DirectoryImport.state) == "shown",
    )
    session.execute(shown)


def begin(session: Session, actor: Actor, made: DirectoryImport) -> None:
    """From here on captures are looked up in the list, in what of it is written."""
    made.state, made.written, made.completed, made.beat_at = "under_way", 0, 0, now()
    session.add(made)
    if directory_of_show(session, actor, made.show_id) is None:
        session.add(Directory(show_id=made.show_id, exhibitor_id=actor.exhibitor_id))


def write_entries(session: Session, made: DirectoryImport, rows: Sequence[Row]) -> None:
    """New and changed entries; a number that is there already gets what this list says."""
    if rows:
        session.execute(UPSERT[session.get_bind().dialect.name], rows)
    _beat(session, made, written=made.written + len(rows))


def keep_entries(session: Session, made: DirectoryImport, keys: Sequence[str]) -> None:
    """Entries that say the same as before are on this list too."""
    kept = update(DirectoryEntry).where(
        col(DirectoryEntry.exhibitor_id) == made.exhibitor_id,
        col(DirectoryEntry.show_id) == made.show_id,
        col(DirectoryEntry.key).in_(keys),
    )
    session.execute(kept.values(import_id=made.id), execution_options=UNSYNCED)
    _beat(session, made, written=made.written + len(keys))


def note_completed(session: Session, made: DirectoryImport, leads: int) -> None:
    _beat(session, made, completed=made.completed + leads)


def _beat(session: Session, made: DirectoryImport, **changed: Any) -> None:
    for name, value in changed.items():
        setattr(made, name, value)
    made.beat_at = now()
    session.add(made)


def settle(session: Session, actor: Actor, made: DirectoryImport) -> None:
    """All is written: this is the show's list now, and phones fetch it anew."""
    directory = directory_of_show(session, actor, made.show_id)
    if directory is None:
        return
    directory.import_id, directory.changed_at = made.id, now()
    renew_version(session, actor, directory)


def renew_version(session: Session, actor: Actor, directory: Directory) -> None:
    directory.version = new_id()
    session.add(directory)
    copy = DirectoryCopy(
        show_id=directory.show_id,
        exhibitor_id=actor.exhibitor_id,
        version=directory.version,
        content=packed(names_of_show(session, actor, directory.show_id)),
    )
    session.merge(copy)


def packed(names: Iterable[tuple[str, str, str]]) -> bytes:
    """A line each: number, name, company. Tabs and line ends are in none of them."""
    text = "\n".join("\t".join(each) for each in names)
    return compress(text.encode(), 6, mtime=0)


def end(session: Session, made: DirectoryImport, state: str) -> None:
    """The file has done its duty, or cannot do it."""
    made.state, made.content = state, None
    session.add(made)


def keep_on_phones(session: Session, directory: Directory, *, wanted: bool) -> None:
    directory.on_phones = wanted
    session.add(directory)


def forget_list(session: Session, actor: Actor, show_id: UUID) -> None:
    """The whole list, its files and its copy. What leads learned from it stays theirs."""
    refuse_while_under_way(session, actor, show_id)
    for table in (DirectoryCopy, Directory, DirectoryEntry, DirectoryImport):
        mine: Any = table
        session.execute(
            delete(table).where(mine.exhibitor_id == actor.exhibitor_id, mine.show_id == show_id)
        )


def row_of(made: DirectoryImport, entry: Sequence[Any]) -> Row:
    """A row of the table, of an entry as it was read."""
    names = ("key", "badge_id", "name", "company", "fields", "extra", "digest")
    return {
        "show_id": made.show_id,
        "exhibitor_id": made.exhibitor_id,
        "import_id": made.id,
        **dict(zip(names, entry, strict=True)),
    }


def _upsert(dialect: Any) -> Any:
    table: Table = DirectoryEntry.__table__  # type: ignore[attr-defined]
    made = dialect.insert(table)
    changed = ("import_id", "badge_id", "name", "company", "fields", "extra", "digest")
    return made.on_conflict_do_update(
        index_elements=["show_id", "key"], set_={name: made.excluded[name] for name in changed}
    )


UPSERT = {"sqlite": _upsert(sqlite), "postgresql": _upsert(postgresql)}
UNSYNCED = {"synchronize_session": False}
