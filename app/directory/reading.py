"""From a file's bytes to what a person is shown of it, and to all its entries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.directory.columns import MOST_COLUMNS, guessed_columns, heading_row
from app.directory.entries import Reading, read_entries
from app.directory.files import table_in

SAMPLES = 6


@dataclass(frozen=True, slots=True)
class Understood:
    """A list as it was understood: its headings, the field of each column, all its entries."""

    headings: list[str]
    fields: list[str]
    samples: list[list[str]]
    told: str
    rows: int
    reading: Reading


def understood(content: bytes, fields: Sequence[str] | None = None) -> Understood:
    """`fields` where people have said what each column holds. Raises Unreadable."""
    table = table_in(content)
    at = heading_row(table.rows)
    headings = [] if at is None else table.rows[at][:MOST_COLUMNS]
    rows = table.rows if at is None else table.rows[at + 1 :]
    known = list(fields) if fields else guessed_columns(headings, rows)
    first_line = 1 if at is None else at + 2
    reading = read_entries(rows, known, headings, first_line)
    samples = [row[:MOST_COLUMNS] for row in rows[:SAMPLES]]
    return Understood(headings, known, samples, table.told, len(rows), reading)


def as_plain(found: Understood) -> dict[str, Any]:
    """To be written as JSON."""
    reading = found.reading
    return {
        "headings": found.headings,
        "fields": found.fields,
        "samples": found.samples,
        "told": found.told,
        "rows": found.rows,
        "twice": reading.twice,
        "unreadable": reading.unreadable,
        "examples": reading.examples,
        "entries": [
            [each.key, each.badge_id, each.name, each.company, each.fields, each.extra, each.digest]
            for each in reading.entries.values()
        ],
    }
