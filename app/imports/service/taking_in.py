"""A list taken in behind the requests: chunk by chunk, each kept by itself, so that captures find
their turn between two of them and a stopped server leaves nothing half."""

import logging
from collections.abc import Iterator, Sequence
from itertools import islice
from time import sleep
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session

from app.accounts.actor import Actor
from app.db import Database
from app.directory.files import Unreadable
from app.directory.gateway import read_list
from app.directory.models import DirectoryImport
from app.directory.queries import digests_of_show, import_with_id
from app.directory.service import (
    end,
    keep_entries,
    note_completed,
    row_of,
    settle,
    write_entries,
)
from app.imports.comparing import to_write
from app.imports.service.completing import complete_leads
from app.shows.queries import show_with_id

log = logging.getLogger(__name__)

CHUNK = 1000
PAUSE = 0.005
# Captures that were on their way while the list was written may not have seen it: the setting they
# were read with is a few seconds old at most.
SECOND_LOOK = 5.0

Item = TypeVar("Item")


def take_in(database: Database, actor: Actor, import_id: UUID) -> None:
    """All of an import that has begun. Repeatable: what is written already is written again."""
    try:
        _write(database, actor, import_id)
        _complete(database, actor, import_id)
        with database.writing() as session:
            made = _named(session, actor, import_id)
            settle(session, actor, made)
            end(session, made, "done")
        sleep(SECOND_LOOK)
        _complete(database, actor, import_id)
    except Gone:
        log.info("a list was forgotten while it was taken in")
    except Exception:  # whoever looks at the page is told; nobody waits for this thread
        log.exception("a list could not be taken in")
        _give_up(database, actor, import_id)


class Gone(Exception):
    """Somebody deleted the list meanwhile."""


def _named(session: Session, actor: Actor, import_id: UUID) -> DirectoryImport:
    if made := import_with_id(session, actor, import_id):
        return made
    raise Gone


def _write(database: Database, actor: Actor, import_id: UUID) -> None:
    with database.reading() as session:
        made = _named(session, actor, import_id)
        before = digests_of_show(session, actor, made.show_id)
        content, fields = made.content, made.fields
    if content is None:
        raise Unreadable("empty")
    differing, same = to_write(read_list(content, fields)["entries"], before)
    for entries in _chunks(differing):
        rows = [row_of(made, entry) for entry in entries]
        with database.writing() as session:
            write_entries(session, _named(session, actor, import_id), rows)
        sleep(PAUSE)
    for keys in _chunks(same):
        with database.writing() as session:
            keep_entries(session, _named(session, actor, import_id), keys)
        sleep(PAUSE)


def _complete(database: Database, actor: Actor, import_id: UUID) -> None:
    last: UUID | None = None
    while True:
        with database.writing() as session:
            made = _named(session, actor, import_id)
            show = show_with_id(session, actor, made.show_id)
            if show is None:
                raise Gone
            last, changed = complete_leads(session, actor, show, after=last)
            note_completed(session, made, changed)
        if last is None:
            return
        sleep(PAUSE)


def _give_up(database: Database, actor: Actor, import_id: UUID) -> None:
    try:
        with database.writing() as session:
            end(session, _named(session, actor, import_id), "failed")
    except Exception:  # noqa: BLE001  (the server is being stopped: the page will say so)
        log.warning("an import was left where it stood")


def _chunks(items: Sequence[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
