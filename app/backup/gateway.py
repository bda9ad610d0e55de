"""The file a backup is in: a ZIP with one text of lines per table, and a list of what is in it."""

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile
from zlib import error as BrokenParts

from sqlalchemy import Connection

from app.backup.manifest import NAME, Manifest, NoBackup, TableInBackup, checked, file_of
from app.backup.values import read, written

OWNER_ONLY = 0o600
SECONDS_TO_WAIT = 60
UNFINISHED = re.compile(r"\..+\.(\d+)\.showfloor")
PROBLEMS = (BadZipFile, BrokenParts, EOFError, KeyError, OSError, RuntimeError, ValueError)


@contextmanager
def growing(file: Path) -> Iterator[Path]:
    """A file beside the one that is meant: it takes its place when it is whole and on the disk."""
    _clear_away(file.parent)
    beside = _unfinished(file)
    try:
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY))
        yield beside
        _through_to_the_disk(beside)
        beside.replace(file)
        _through_to_the_disk(file.parent)
    finally:
        beside.unlink(missing_ok=True)


def _unfinished(file: Path) -> Path:
    return file.with_name(f".{file.name}.{os.getpid()}.showfloor")


def _clear_away(folder: Path) -> None:
    """What somebody who was killed has left unfinished: every lead may be in it."""
    for path in folder.glob(".*.showfloor"):
        if (made_by := UNFINISHED.fullmatch(path.name)) and not _is_alive(int(made_by[1])):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is somebody else's
        return True
    return True


def _through_to_the_disk(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


@contextmanager
def new_archive(file: Path) -> Iterator[ZipFile]:
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        yield archive


def write_table(
    archive: ZipFile, name: str, columns: dict[str, str], rows: Iterator[Sequence[Any]]
) -> TableInBackup:
    kinds, count, digest = list(columns.values()), 0, sha256()
    with archive.open(file_of(name), "w", force_zip64=True) as lines:
        for row in rows:
            values = [written(kind, value) for kind, value in zip(kinds, row, strict=True)]
            line = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            digest.update(line)
            lines.write(line)
            count += 1
    return TableInBackup(rows=count, sha256=digest.hexdigest(), columns=columns)


def write_manifest(archive: ZipFile, manifest: Manifest) -> None:
    archive.writestr(NAME, manifest.model_dump_json(indent=1))


@contextmanager
def opened_archive(file: Path) -> Iterator[tuple[ZipFile, Manifest]]:
    """A backup whose every line has been read and is as it was written. Raises NoBackup."""
    with ExitStack() as open_until_the_end:
        try:
            archive = open_until_the_end.enter_context(ZipFile(file))
            manifest = checked(json.loads(archive.read(NAME)))
            for name, table in manifest.tables.items():
                _check(archive, name, table)
        except PROBLEMS as problem:
            raise NoBackup(f"It cannot be read: {problem or type(problem).__name__}") from problem
        yield archive, manifest


def _check(archive: ZipFile, name: str, table: TableInBackup) -> None:
    digest, count = sha256(), 0
    with archive.open(file_of(name)) as lines:
        for line in lines:
            digest.update(line)
            count += 1
    if (count, digest.hexdigest()) != (table.rows, table.sha256):
        raise NoBackup(f"Its table {name} is not as it was written.")


def rows_in(archive: ZipFile, name: str, table: TableInBackup) -> Iterator[dict[str, Any]]:
    with archive.open(file_of(name)) as lines:
        for line in lines:
            yield {
                column: read(kind, value)
                for (column, kind), value in zip(
                    table.columns.items(), json.loads(line), strict=True
                )
            }


def names_in(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir() if file.is_file()]


def is_something_else(file: Path) -> bool:
    """Whether there is a file already that is no backup: nothing to write over."""
    if not file.exists():
        return False
    try:
        with ZipFile(file) as archive:
            return NAME not in archive.namelist()
    except (BadZipFile, OSError):
        return True


def remove(folder: Path, names: Sequence[str]) -> None:
    for name in names:
        (folder / name).unlink(missing_ok=True)


@contextmanager
def file_beside(file: Path) -> Iterator[Path]:
    """A path for a new database in a folder of its own, on the same disk; all of it goes again."""
    _clear_away(file.parent)
    folder = _unfinished(file)
    folder.mkdir(OWNER_ONLY | 0o100)
    try:
        yield folder / file.name
    finally:
        shutil.rmtree(folder)


def check_references_later(connection: Connection) -> None:
    """Of SQLite, before a transaction begins. Checked one by one, each row of a table that is
    referred to would have it look through all the rows of the others."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA foreign_keys = OFF")


def put_in_place(fresh: Path, live: Path) -> None:
    """All pages of one SQLite database over those of another, in one transaction of the other's.

    It may be open elsewhere: whoever reads meanwhile sees the old one, and the new one after.
    """
    given_up_at = monotonic() + SECONDS_TO_WAIT

    def wait(status: int, _left: int, _of: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and monotonic() > given_up_at:
            raise TimeoutError("Another program keeps the database busy. Stop it and try again.")

    with closing(sqlite3.connect(fresh)) as source, closing(sqlite3.connect(live)) as target:
        target.execute("PRAGMA synchronous = FULL")
        source.backup(target, progress=wait)


def size_of(file: Path) -> int:
    return file.stat().st_size
