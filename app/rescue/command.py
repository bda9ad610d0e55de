"""What the console script does with rescue files."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from app.accounts.actor import Actor
from app.accounts.command import actor_of
from app.accounts.queries import seal_of
from app.capture.queries import setting_of
from app.capture.service import record
from app.capture.verdict import reason_in_words
from app.db import Database, Writer
from app.kit.clock import now
from app.rescue.armour import RescueFile, read_file
from app.rescue.contents import unpacked
from app.rescue.locks import unlocked, unsealed
from app.rescue.problem import Unreadable
from app.rescue.service import Taken, checked_owner, take_in
from app.web.language import Language


def import_captures(
    database: Database, place: Path, *, member: str | None, passphrase: Callable[[], str]
) -> Iterator[str]:
    """Take a file in; line by line what became of it. Raises LookupError, saying what is wrong.

    `passphrase` is asked only where the file is locked with one.
    """
    language = Language.named("en")
    with database.reading() as session:
        actor = actor_of(session, member)
        setting = setting_of(session, actor)
    try:
        file = read_file(place.read_text("utf-8", "replace"))
        checked_owner(file, actor)
        content = unpacked(_opened(database, actor, file, passphrase))
    except OSError as problem:
        raise LookupError(f"{place}: {problem.strerror}.") from None
    except Unreadable as problem:
        raise LookupError(problem.in_words(language)) from None
    writer = Writer(database, record)
    try:
        taken = take_in(database, actor, setting, writer, content=content, at=now())
    finally:
        writer.close()
    yield from _told(taken, language)


def _opened(
    database: Database, actor: Actor, file: RescueFile, passphrase: Callable[[], str]
) -> bytes:
    if not file.is_sealed:
        return unlocked(file, passphrase())
    with database.reading() as session:
        seal = seal_of(session, actor)
    if seal is None:
        raise Unreadable("not_our_key")
    return unsealed(file, seal.private_key)


def _told(taken: Taken, language: Language) -> Iterator[str]:
    content = taken.content
    told = zip(content.captures, content.labels, taken.verdicts, strict=True)
    for capture, label, verdict in told:
        said = reason_in_words(verdict.reason, language, verdict.field)
        parts = (verdict.verdict, str(capture.get("capture_id")), label, said)
        yield "  ".join(part for part in parts if part)
    for what, counts in (
        ("captures", Counter(verdict.verdict for verdict in taken.verdicts)),
        ("photos", taken.photos),
    ):
        said = ", ".join(f"{count} {word}" for word, count in sorted(counts.items()))
        yield f"{what}: {said or 'none'}"
