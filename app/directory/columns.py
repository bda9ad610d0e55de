"""What each column of a list holds: judged by its heading, and by what stands below it."""

from collections.abc import Callable, Sequence

from app.badges.countries import country_code
from app.badges.emails import is_email
from app.badges.looks import has_legal_form, is_date, is_job_title, is_number, is_person
from app.badges.phones import is_phone
from app.directory.headings import EXTRA, LEFT_OUT, NUMBER, REPEATABLE, field_of

HEADING_WITHIN = 10  # some lists begin with a title and a date
MOST_COLUMNS = 60
LOOKED_AT = 200
MOSTLY = 0.6

Rows = Sequence[Sequence[str]]


def heading_row(rows: Rows) -> int | None:
    """Where the headings stand; None for a list without."""
    known = [sum(bool(field_of(cell)[0]) for cell in row) for row in rows[:HEADING_WITHIN]]
    most = max(known, default=0)
    if most >= 2:
        return known.index(most)
    if not rows or not rows[0]:
        return None
    return None if any(map(_is_value, rows[0])) else (0 if len(rows) > 1 else None)


def _is_value(cell: str) -> bool:
    """A heading is no number, no address and no phone."""
    return bool(cell) and (is_email(cell) or is_number(cell) or is_phone(cell))


def guessed_columns(headings: Sequence[str], rows: Rows) -> list[str]:
    """The field of each column; what is none of ours is kept as an extra, what is empty left out.

    A heading decides; the values decide where the heading says nothing.
    """
    width = min(max([len(headings), *map(len, rows[:LOOKED_AT])], default=0), MOST_COLUMNS)
    cells = [_column(rows, place) for place in range(width)]
    named = [
        field_of(headings[place]) if place < len(headings) else ("", 9) for place in range(width)
    ]
    fields = _one_each(named, cells)
    for place in range(width):
        if not fields[place] and any(cells[place]):
            fields[place] = _by_values(cells[place], fields) or EXTRA
    if NUMBER not in fields:
        _number_by_values(fields, cells)
    return fields


def _column(rows: Rows, place: int) -> list[str]:
    return [row[place] if place < len(row) else "" for row in rows[:LOOKED_AT]]


def _one_each(named: Sequence[tuple[str, int]], cells: Sequence[list[str]]) -> list[str]:
    """Of two columns for one field the fuller stands; of two numbers the surer."""
    order = sorted(range(len(named)), key=lambda at: (named[at][1], -_filled(cells[at]), at))
    taken: set[str] = set()
    fields = [LEFT_OUT] * len(named)
    for place in order:
        field = named[place][0]
        if field and any(cells[place]) and (field not in taken or field in REPEATABLE):
            fields[place] = field
            taken.add(field)
    return fields


def _filled(cells: Sequence[str]) -> int:
    return sum(map(bool, cells))


def _by_values(cells: Sequence[str], fields: Sequence[str]) -> str:
    found = [cell for cell in cells if cell]
    for field, looks in LOOKS:
        free = field not in fields or field == "emails"
        if free and sum(bool(looks(cell)) for cell in found) >= MOSTLY * len(found):
            return field
    return ""


def _number_by_values(fields: list[str], cells: Sequence[list[str]]) -> None:
    """The number is another one in each row: of several such columns the one written longest."""
    free = [place for place, field in enumerate(fields) if field == EXTRA]
    unique = [place for place in free if _numbers_all(cells[place])]
    if unique:
        fields[max(unique, key=lambda place: sum(map(len, cells[place])))] = NUMBER


def _numbers_all(cells: Sequence[str]) -> bool:
    found = [cell for cell in cells if cell]
    alike = [cell for cell in found if is_number(cell) and not is_date(cell)]
    return (
        len(found) >= 0.9 * len(cells)
        and len(alike) >= 0.9 * len(found)
        and len(set(found)) == len(found)
    )


def _is_country(cell: str) -> bool:
    return bool(country_code(cell))


def _is_whole_phone(cell: str) -> bool:
    return is_phone(cell) and (cell[0] in "+(0" or " " in cell or "-" in cell)


LOOKS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("emails", is_email),
    ("phones", _is_whole_phone),
    ("country", _is_country),
    ("company", has_legal_form),
    ("job_title", is_job_title),
    ("name", is_person),
)


def is_usable(fields: Sequence[str]) -> bool:
    """Without the number of the badge, or anybody's name or company, a list explains nothing."""
    return NUMBER in fields and bool({"name", "given_name", "family_name", "company"} & set(fields))
