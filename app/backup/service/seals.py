"""The exhibitors' seals, which open what phones keep: in every backup, through every restore."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, insert, update

from app.accounts.models import ExhibitorSeal
from app.accounts.service import make_seal
from app.backup import queries
from app.db import Database

Row = dict[str, Any]


def make_missing_seals(database: Database, head: str) -> None:
    """So that a backup opens what phones seal after it."""
    with database.reading() as session:
        is_present = queries.revision_of(session.connection()) == head
        missing = queries.exhibitors_without_seal(session.connection()) if is_present else []
    if missing:
        with database.writing() as session:
            for exhibitor_id in missing:
                make_seal(session, exhibitor_id)


def put_back(connection: Connection, before: Sequence[Row]) -> None:
    """Seals that the backup is too old to hold: copies on phones were closed with them."""
    missing = set(queries.exhibitors_without_seal(connection))
    if rows := [row for row in before if row["exhibitor_id"] in missing]:
        connection.execute(insert(ExhibitorSeal), rows)


def renew_generations(connection: Connection) -> None:
    """By this phones notice that the database is another, and ask what it lacks."""
    connection.execute(update(ExhibitorSeal).values(generation=uuid4()))


def say_restored(database: Database) -> None:
    """Where an older database was put back by other means than ours."""
    with database.writing() as session:
        renew_generations(session.connection())
