"""What a backup says of itself: when it was made, of which shape, and what is in it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import AwareDatetime, BaseModel, Field

from app.backup.values import KINDS

FORMAT = "showfloor backup 1"
NAME = "manifest.json"


class NoBackup(Exception):
    """The file is no backup of ours, or it is damaged; the message says what is wrong with it."""


class TableInBackup(BaseModel):
    """One table: how many rows, the hash of its lines, its columns in order and their kinds."""

    rows: int = Field(ge=0)
    sha256: str
    columns: dict[str, str]


class Manifest(BaseModel):
    """`revision` is the shape of the database that was backed up."""

    format: str
    version: str
    made_at: AwareDatetime
    database: str
    revision: str
    tables: dict[str, TableInBackup]
    newest_capture_at: datetime | None = None

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables.values())

    def counts(self) -> Mapping[str, int]:
        return {name: table.rows for name, table in self.tables.items()}


def file_of(table: str) -> str:
    return f"tables/{table}.jsonl"


def checked(sent: Any) -> Manifest:
    """Raises NoBackup."""
    try:
        manifest = Manifest.model_validate(sent)
    except ValueError as problem:
        raise NoBackup("It has no list of contents that could be read.") from problem
    if manifest.format != FORMAT:
        raise NoBackup(f"It is of the format {manifest.format!r}; this Showfloor reads {FORMAT!r}.")
    kinds = {kind for table in manifest.tables.values() for kind in table.columns.values()}
    if unknown := sorted(kinds - KINDS):
        raise NoBackup(f"It holds values of a kind that nobody here knows: {unknown[0]}.")
    return manifest
