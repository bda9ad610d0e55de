"""Putting a backup in the place of a database: all of it, or nothing."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from zipfile import ZipFile

from sqlalchemy import Connection

from app.backup import gateway, queries
from app.backup.comparison import is_empty, what_would_be_lost
from app.backup.manifest import Manifest, NoBackup
from app.backup.service.backing_up import Told
from app.backup.service.seals import Row, put_back, renew_generations
from app.db import Database, metadata
from app.migration import migrate_on, revisions, wait_for_turn


class WouldBeLost(Exception):
    """The database holds something; the message says what."""


def restore(database: Database, file: Path, told: Told, *, replace: bool) -> Manifest:
    """Raises NoBackup for a file that cannot be restored, WouldBeLost unless told to replace."""
    told("Checking the backup")
    with gateway.opened_archive(file) as (archive, manifest):
        if manifest.revision not in revisions(database):
            raise NoBackup("It was made by a newer Showfloor. Please update this one first.")
        seals = _what_is_here(database, manifest, replace=replace)
        into = _into_sqlite if database.is_sqlite else _into_postgresql
        into(database, archive, manifest, seals, told)
    return manifest


def _what_is_here(database: Database, manifest: Manifest, *, replace: bool) -> list[Row]:
    """The seals that are here now; an end, unless everything else may go."""
    with database.reading() as session:
        connection = session.connection()
        counts = queries.counts_of(connection, sorted({*manifest.tables, *metadata.tables}))
        newest = queries.newest_capture_at(connection)
        if not replace and not is_empty(counts):
            raise WouldBeLost(
                what_would_be_lost(counts, newest, manifest.counts(), manifest.made_at)
            )
        return queries.seals_of(connection)


def _into_sqlite(
    database: Database, archive: ZipFile, manifest: Manifest, seals: Sequence[Row], told: Told
) -> None:
    """A file of its own grows beside the old one, and takes its place in one transaction."""
    live = Path(database.engine.url.database or "")
    with gateway.file_beside(live) as beside:
        fresh = Database(f"sqlite:///{beside}")
        try:
            with fresh.turn_to_write() as engine, engine.connect() as connection:
                gateway.check_references_later(connection)
                _load(connection, fresh, archive, manifest, told)
                _bring_up(connection, fresh, seals, told)
                if faults := queries.faults_of(connection):
                    raise NoBackup(f"What it holds does not fit together: {faults[0]}")
                connection.commit()
        finally:
            fresh.close()
        gateway.put_in_place(beside, live)


def _into_postgresql(
    database: Database, archive: ZipFile, manifest: Manifest, seals: Sequence[Row], told: Told
) -> None:
    """Everything in one transaction. References are checked again when all rows are there."""
    with database.turn_to_write() as engine, engine.begin() as connection:
        connection.exec_driver_sql("SET LOCAL lock_timeout = '60s'")
        wait_for_turn(connection)
        for name in sorted({*manifest.tables, *metadata.tables, queries.VERSION}):
            connection.exec_driver_sql(f'DROP TABLE IF EXISTS "{name}" CASCADE')
        _load(connection, database, archive, manifest, told)
        _bring_up(connection, database, seals, told)


def _load(
    connection: Connection, database: Database, archive: ZipFile, manifest: Manifest, told: Told
) -> None:
    """The tables as they were, with every row."""
    migrate_on(connection, database, manifest.revision)
    references = queries.foreign_keys(connection)
    for holder, name, _ in references:
        connection.exec_driver_sql(f"ALTER TABLE {holder} DROP CONSTRAINT {name}")
    for name, kept in manifest.tables.items():
        table = queries.table_of(name, kept.columns)
        connection.execute(table.delete())  # what a migration may have put there itself
        rows = gateway.rows_in(archive, name, kept)
        for some in _in_parts(rows, queries.rows_at_once(kept.columns)):
            connection.execute(table.insert(), some)
        told(f"{name}: {kept.rows:,}")
    for holder, name, words in references:
        connection.exec_driver_sql(f"ALTER TABLE {holder} ADD CONSTRAINT {name} {words}")
    if queries.counts_of(connection, list(manifest.tables)) != manifest.counts():
        raise NoBackup("Not every row could be put back.")


def _in_parts(rows: Iterator[Row], most: int) -> Iterator[list[Row]]:
    while part := list(islice(rows, most)):
        yield part


def _bring_up(connection: Connection, database: Database, seals: Sequence[Row], told: Told) -> None:
    told("Bringing it to the present shape")
    migrate_on(connection, database)
    put_back(connection, seals)
    renew_generations(connection)
