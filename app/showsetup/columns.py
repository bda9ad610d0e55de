"""Showing how a badge's text falls into columns, and what a column may be."""

from collections.abc import Sequence

from app.badges.formats.delimited import split
from app.web.language import N_

MOST_COLUMNS = 24
FEWEST_SHOWN = 4

# Keys, not the characters themselves: a form loses the blank ones on its way.
DELIMITERS = {
    "pipe": ("|", N_("Bar |")),
    "semicolon": (";", N_("Semicolon ;")),
    "comma": (",", N_("Comma ,")),
    "tab": ("\t", N_("Tab")),
    "caret": ("^", N_("Caret ^")),
    "tilde": ("~", N_("Tilde ~")),
    "dollar": ("$", N_("Dollar $")),
    "hash": ("#", N_("Hash #")),
    "slash": ("/", N_("Slash /")),
    "colons": ("::", N_("Two colons ::")),
    "line": ("\n", N_("New line")),
}

FIELD_NAMES = {
    "name": N_("Full name"),
    "given_name": N_("Given name"),
    "family_name": N_("Family name"),
    "name_prefix": N_("Form of address"),
    "company": N_("Company"),
    "department": N_("Department"),
    "job_title": N_("Job title"),
    "emails": N_("E-mail"),
    "phones": N_("Phone"),
    "urls": N_("Web address"),
    "address": N_("Address"),
    "city": N_("City"),
    "country": N_("Country"),
    "badge_id": N_("Badge number"),
    "event_id": N_("Event"),
    "note": N_("Note"),
}


def key_of(delimiter: str) -> str:
    return next((key for key, (mark, _) in DELIMITERS.items() if mark == delimiter), "pipe")


def columns_shown(sample: str, key: str, fields: Sequence[str]) -> list[tuple[str, str]]:
    """What stands in each column of the sample, beside the field it is taken for.

    Without a sample, as many columns as are known.
    """
    if not sample:
        return [("", field) for field in [*fields, *[""] * (FEWEST_SHOWN - len(fields))]]
    delimiter, _ = DELIMITERS.get(key, DELIMITERS["pipe"])
    cells = split(sample, delimiter)[:MOST_COLUMNS]
    return list(zip(cells, [*fields, *[""] * len(cells)], strict=False))
