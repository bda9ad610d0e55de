"""A row of the organiser's list as an entry: a badge's number, and who wears it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from app.badges.countries import country_code
from app.badges.emails import is_email
from app.badges.identity import normal_number
from app.badges.name_case import in_name_case
from app.badges.names import joined_name, split_name
from app.badges.tidy import tidy
from app.directory.headings import EXTRA, NUMBER, REPEATABLE

SEVERAL = re.compile(r"[;,\s]+")
SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+\d{1,2}", re.IGNORECASE)
LONGEST_NUMBER = 200
MOST_OF_A_KIND = 5
SHOWN = 5
TEXTS = (
    "name_prefix", "given_name", "family_name", "department", "job_title", "city", "country",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """`key` is the number as badges are compared; `digest` tells whether a newer list differs."""

    key: str
    badge_id: str
    name: str
    company: str
    fields: dict[str, Any]
    extra: dict[str, str]
    digest: str


@dataclass(slots=True)
class Reading:
    """All entries of a list; the last row of a number counts."""

    entries: dict[str, Entry] = field(default_factory=dict)
    twice: int = 0
    unreadable: int = 0
    examples: list[tuple[int, str]] = field(default_factory=list)

    def refuse(self, line: int, reason: str) -> None:
        self.unreadable += 1
        if len(self.examples) < SHOWN:
            self.examples.append((line, reason))


def read_entries(
    rows: Iterable[Sequence[str]], fields: Sequence[str], headings: Sequence[str], first_line: int
) -> Reading:
    """Total: a row that cannot be one of the list is counted, with its line and why."""
    reading = Reading()
    for line, row in enumerate(rows, start=first_line):
        entry = entry_of(row, fields, headings)
        if isinstance(entry, str):
            reading.refuse(line, entry)
        else:
            reading.twice += entry.key in reading.entries
            reading.entries[entry.key] = entry
    return reading


def entry_of(row: Sequence[str], fields: Sequence[str], headings: Sequence[str]) -> Entry | str:
    """The entry of a row, or why it is none: no_number, number_cut, nobody."""
    said, extra = _sorted_out(row, fields, headings)
    badge_id = said.get(NUMBER, [""])[0]
    key = normal_number(badge_id)[:LONGEST_NUMBER]
    if not key:
        return "no_number"
    if SHORTENED.fullmatch(badge_id):
        return "number_cut"
    name, company, found = _person(said)
    if not (name or company or "emails" in found or "phones" in found):
        return "nobody"
    written = "\x1f".join((*fields, *row)).encode("utf-8", "replace")
    digest = blake2b(written, digest_size=12).hexdigest()
    return Entry(key, badge_id[:LONGEST_NUMBER], name, company, found, extra, digest)


def _sorted_out(
    row: Sequence[str], fields: Sequence[str], headings: Sequence[str]
) -> tuple[dict[str, list[str]], dict[str, str]]:
    said: dict[str, list[str]] = {}
    extra: dict[str, str] = {}
    for place, (name, cell) in enumerate(zip(fields, row, strict=False)):
        if not name or not cell or not (value := _tidied(cell)):
            continue
        if name == EXTRA:
            heading = headings[place] if place < len(headings) else ""
            extra[(heading or f"{place + 1}")[:100]] = value
        elif name in REPEATABLE or name not in said:
            said.setdefault(name, []).append(value)
    return said, extra


def _person(said: dict[str, list[str]]) -> tuple[str, str, dict[str, Any]]:
    one = {name: values[0] for name, values in said.items()}
    name, prefix = one.get("name", ""), one.get("name_prefix", "")
    given, family = one.get("given_name", ""), one.get("family_name", "")
    if name and not (given or family):
        title, given, family = split_name(name)
        prefix = prefix or title
        name = joined_name("", given, family) if "," in name and given and family else name
    elif not name:
        given, family = _cased(given), _cased(family)
        name = joined_name(prefix, given, family)
    found = {name: one.get(name, "") for name in TEXTS} | {
        "name_prefix": prefix,
        "given_name": given,
        "family_name": family,
        "country": _country(one.get("country", "")),
        "address": ", ".join(said.get("address", ())),
        "emails": _emails(said.get("emails", ())),
        "phones": _phones(said.get("phones", ())),
    }
    return name, one.get("company", ""), {name: value for name, value in found.items() if value}


# Companies, jobs, countries and given names come again and again in a list.
_tidied = lru_cache(maxsize=50_000)(tidy)
_cased = lru_cache(maxsize=50_000)(in_name_case)


@lru_cache(maxsize=1000)
def _country(written: str) -> str:
    return country_code(written) or written


def _emails(cells: Iterable[str]) -> list[str]:
    """A cell may hold several."""
    found = (each.strip("<>") for cell in cells for each in SEVERAL.split(cell))
    return list(dict.fromkeys(each for each in found if is_email(each)))[:MOST_OF_A_KIND]


def _phones(cells: Iterable[str]) -> list[str]:
    found = (each.strip().lstrip("'") for cell in cells for each in re.split(r"[;/]", cell))
    return list(dict.fromkeys(p for p in found if 3 <= sum(map(str.isdecimal, p)) <= 25))[
        :MOST_OF_A_KIND
    ]
