"""From dossiers to the rows of a file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.exports.columns import Column
from app.exports.dossier import Dossier, Names
from app.exports.safe_cells import clean, guarded, has_form


@dataclass(slots=True)
class Tally:
    """What a file came to hold, known when it is whole: leads, and cells that were guarded."""

    leads: int = 0
    guarded: int = 0


def rows(
    dossiers: Iterable[Dossier],
    columns: Sequence[Column],
    names: Names,
    *,
    guards: bool,
    tally: Tally,
) -> Iterator[list[str]]:
    """The header, then a row a lead."""
    yield [_free(header, guards, tally) for header in headers(columns)]
    for dossier in dossiers:
        tally.leads += 1
        yield [_cell(column, dossier, names, guards, tally) for column in columns]


def headers(columns: Iterable[Column]) -> Iterator[str]:
    """Headers that all differ: a question may be worded like one of our own."""
    used: set[str] = set()
    for column in columns:
        header, number = clean(column.header), 2
        while header.casefold() in used:
            header, number = f"{clean(column.header)} ({number})", number + 1
        used.add(header.casefold())
        yield header


def _cell(column: Column, dossier: Dossier, names: Names, guards: bool, tally: Tally) -> str:
    text = column.value(dossier, names)
    if not text:
        return ""
    if column.form is None:
        return _free(text, guards, tally)
    return text if has_form(column.form, text) else ""


def _free(text: str, guards: bool, tally: Tally) -> str:
    cleaned = clean(text)
    safe = guarded(cleaned) if guards else cleaned
    tally.guarded += safe != cleaned
    return safe
