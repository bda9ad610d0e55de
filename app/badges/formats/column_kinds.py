"""What kind of thing stands in a column, judged by the cell itself and its place."""

import re
from collections.abc import Callable

from app.badges import looks
from app.badges.emails import is_email
from app.badges.fields import field_named
from app.badges.phones import is_phone
from app.badges.vocabulary import US_STATES

CHINESE_MOBILE = re.compile(r"1[3-9]\d{9}")
NORTH_AMERICAN = re.compile(r"[2-9]\d\d[2-9]\d{6}")
LABEL = re.compile(r"([^\W\d_][\w .-]{0,28}?)\s{0,3}[:：=]\s{0,3}(\S.{0,300})", re.DOTALL)


def kinds_of(cells: list[str]) -> list[str]:
    return [kind_of(cell, position, cells) for position, cell in enumerate(cells)]


def kind_of(cell: str, position: int, cells: list[str]) -> str:
    if kind := sure_kind(cell):
        return kind
    if any(c.isdecimal() for c in cell):
        return kind_with_digits(cell, position, cells)
    if cell in US_STATES and is_before_postcode(position, cells):
        return "region"
    return kind_of_words(cell)


def sure_kind(cell: str) -> str:
    has_digit = any(c.isdecimal() for c in cell)
    if not has_digit and (looks.is_formula(cell) or not any(c.isalpha() for c in cell)):
        return "junk" if cell else "blank"
    return next((kind for kind, fits in SURE if fits(cell)), "")


def labelled(cell: str) -> tuple[str, str] | None:
    """Tel: +43 1 2345678"""
    match = LABEL.fullmatch(cell)
    return (match[1], match[2]) if match and field_named(match[1]) else None


def is_before_postcode(position: int, cells: list[str]) -> bool:
    following = cells[position + 1] if position + 1 < len(cells) else ""
    return looks.is_postcode(following)


def kind_with_digits(cell: str, position: int, cells: list[str]) -> str:
    if is_phone(cell) and (is_written_as_phone(cell) or is_dialled(cell, position, cells)):
        return "phone"
    if looks.is_formula(cell):
        return "plus" if cell[0] == "+" and cell[1:].isdecimal() else "junk"
    for kind, fits in NUMBERED:
        if fits(cell) and (position or kind != "postcode"):
            return kind
    return kind_of_words(cell) if any(c.isalpha() for c in cell) else "junk"


def is_written_as_phone(cell: str) -> bool:
    """+43 1 2345678, (111) 555-1212, 555-555-5555, 010-62100000"""
    return cell[0] in "+＋(（" or bool(re.search(r"[\d)）][ -./][\d(（]", cell))


def is_dialled(cell: str, position: int, cells: list[str]) -> bool:
    """Digits alone: in front they number the badge, behind they may be a phone."""
    if CHINESE_MOBILE.fullmatch(cell):
        others = "".join(cells[:position] + cells[position + 1 :])
        return position > 0 or any("\u4e00" <= c <= "\u9fff" for c in others)
    if position == 0:
        return False
    numbered = looks.is_number(cells[0])
    return len(cell) >= 9 and (cell[0] == "0" or numbered or bool(NORTH_AMERICAN.fullmatch(cell)))


def kind_of_words(cell: str) -> str:
    return next((kind for kind, fits in WORDS if fits(cell)), "words")


# In this order: a company may be named like a person, and a person's job like a department.
UNKNOWN_LABEL = re.compile(r"[a-z_]{1,20}[:=]\S.{0,200}", re.DOTALL)
SURE: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("email", is_email),
    ("url", looks.is_url),
    ("labelled", labelled),
    ("junk", UNKNOWN_LABEL.fullmatch),
    ("ticket", looks.is_date),
    ("ticket", looks.is_category),
)
WORDS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("company", looks.has_legal_form),
    ("job", looks.is_job_title),
    ("department", looks.is_department),
    ("person", looks.is_person),
    ("street", looks.is_street),
    ("company", looks.is_company),
    ("country", looks.is_country),
)
NUMBERED: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("street", looks.is_street),
    ("postcode", looks.is_postcode),
    ("event", looks.is_event),
    ("number", looks.is_number),
)
