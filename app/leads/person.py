"""A lead's own fields: made of what was captured, completed by what is captured later."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.kit.folding import searchable, sortable

TEXTS = (
    "name", "name_prefix", "given_name", "family_name", "company", "department", "job_title",
    "address", "city", "country", "badge_id",
)  # fmt: skip
LISTS = ("emails", "phones", "urls")
NOTES_SEARCHED = 8000

Fields = dict[str, Any]


def nobody() -> Fields:
    """All fields of a lead of whom nothing is known."""
    return {**dict.fromkeys(TEXTS, ""), **{name: [] for name in LISTS}, "links": {}}


def completed(known: Mapping[str, Any], learned: Mapping[str, Any]) -> Fields:
    """What is known, its gaps filled by what was learned. Nothing known is overwritten."""
    filled: Fields = {name: known[name] or learned.get(name, "") for name in TEXTS}
    for name in LISTS:
        filled[name] = _united(known[name], learned.get(name, ()))
    filled["links"] = {**learned.get("links", {}), **known["links"]}
    return filled


def corrected(known: Mapping[str, Any], typed: Mapping[str, Any]) -> Fields:
    """What is known, overwritten by what a person typed. A typed address comes first."""
    changed = {name: typed.get(name) or known[name] for name in TEXTS}
    if typed.get("name") and typed["name"] != known["name"]:
        changed |= {
            name: typed.get(name, "") for name in ("name_prefix", "given_name", "family_name")
        }
    for name in LISTS:
        changed[name] = _united(typed.get(name, ()), known[name])
    changed["links"] = {**known["links"], **typed.get("links", {})}
    return changed


def changes_between(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The fields that differ, each with its value before and after."""
    names = (*TEXTS, *LISTS, "links")
    return {name: [before[name], after[name]] for name in names if before[name] != after[name]}


def indexed(fields: Mapping[str, Any], notes: str) -> dict[str, str]:
    """What a lead is sorted by and searched in."""
    return {
        "sort_name": sortable(fields["name"])[:200],
        "sort_company": sortable(fields["company"])[:200],
        "search_text": searchable(
            *(fields[name] for name in ("name", "company", "job_title", "city", "badge_id")),
            *fields["emails"],
            *(number for phone in fields["phones"] for number in _ways_to_write(phone)),
            notes[:NOTES_SEARCHED],
        ),
    }


def _ways_to_write(phone: Mapping[str, str]) -> tuple[str, ...]:
    digits = "".join(filter(str.isdigit, phone.get("written", "")))
    return (*phone.values(), digits)


def _united(first: Iterable[Any], second: Iterable[Any]) -> list[Any]:
    return list({str(item): item for item in (*first, *second)}.values())
