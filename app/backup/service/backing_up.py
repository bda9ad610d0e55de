"""Making a backup while Showfloor serves: one state of everything, written, read again, kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path
from zipfile import ZipFile

from sqlalchemy import Connection

from app import __version__
from app.backup import gateway, queries
from app.backup.manifest import FORMAT, Manifest, NoBackup
from app.backup.service.seals import make_missing_seals
from app.db import Database
from app.kit.clock import now
from app.migration import newest_revision

Told = Callable[[str], None]


def back_up(database: Database, file: Path, told: Told) -> Manifest:
    """Raises NoBackup where nothing can be backed up, or what was written cannot be read again."""
    if gateway.is_something_else(file):
        raise NoBackup(f"{file} is there already and is no backup: it is left as it is.")
    head = newest_revision(database)
    make_missing_seals(database, head)
    with gateway.growing(file) as beside:
        with gateway.new_archive(beside) as archive, _one_state(database) as connection:
            manifest = _written(archive, connection, head, told)
        told("Reading it again")
        with gateway.opened_archive(beside):
            pass
    return manifest


@contextmanager
def _one_state(database: Database) -> Iterator[Connection]:
    """A connection that sees the database as it was at its first question, whatever is written."""
    options = {} if database.is_sqlite else {"isolation_level": "REPEATABLE READ"}
    with database.engine.connect().execution_options(**options) as connection:
        yield connection


def _written(archive: ZipFile, connection: Connection, head: str, told: Told) -> Manifest:
    revision = queries.revision_of(connection)
    if revision is None:
        raise NoBackup("There is nothing to back up: this database has never been used.")
    made_at = now()
    if faults := queries.faults_of(connection):
        raise NoBackup(f"The database is damaged; no backup was made of it: {faults[0]}")
    tables = {}
    for name, columns in queries.tables_in(connection, at_head=revision == head).items():
        rows = queries.rows_of(connection, name, columns)
        tables[name] = gateway.write_table(archive, name, columns, rows)
        told(f"{name}: {tables[name].rows:,}")
    manifest = Manifest(
        format=FORMAT,
        version=__version__,
        made_at=made_at.astimezone(UTC),
        database=connection.dialect.name,
        revision=revision,
        tables=tables,
        newest_capture_at=queries.newest_capture_at(connection),
    )
    _compare(connection, manifest)
    gateway.write_manifest(archive, manifest)
    return manifest


def _compare(connection: Connection, manifest: Manifest) -> None:
    """The database counts its rows itself: as many must have been written."""
    counted = queries.counts_of(connection, list(manifest.tables))
    if counted != manifest.counts():
        raise NoBackup("Not every row could be read. Please check the database.")
