"""Two leads side by side, field by field."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from app.web.language import N_


class Compared(NamedTuple):
    """One field of both: its name, the two values, and whether they say the same."""

    name: str
    one: str
    other: str
    is_same: bool


class Person(Protocol):
    """What is shown of a lead."""

    name: str
    company: str
    department: str
    job_title: str
    emails: list[str]
    phones: list[dict[str, str]]
    city: str
    country: str
    badge_id: str


NAMES = {
    "name": N_("Name"),
    "company": N_("Company"),
    "department": N_("Department"),
    "job_title": N_("Job title"),
    "emails": N_("E-mail"),
    "phones": N_("Phone"),
    "city": N_("City"),
    "country": N_("Country"),
    "badge_id": N_("Badge number"),
}


def compared(one: Person, other: Person) -> list[Compared]:
    """The fields of two leads, those that both lack left out."""
    pairs = zip(NAMES.values(), _values(one), _values(other), strict=True)
    return [
        Compared(name, mine, theirs, mine.casefold() == theirs.casefold())
        for name, mine, theirs in pairs
        if mine or theirs
    ]


def _values(person: Person) -> Iterator[str]:
    for field in NAMES:
        value = getattr(person, field)
        yield value if isinstance(value, str) else "\n".join(map(_text, value))


def _text(item: str | dict[str, str]) -> str:
    return item if isinstance(item, str) else item["written"]
