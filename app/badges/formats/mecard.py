"""MECARD and BIZCARD: the two short cards of phones."""

import re

from app.badges.draft import Draft
from app.badges.links import profile_link
from app.badges.names import KANA
from app.badges.tidy import tidy

MECARD = re.compile(r"\s{0,9}MECARD\s?:", re.IGNORECASE)
BIZCARD = re.compile(r"\s{0,9}BIZCARD\s?:", re.IGNORECASE)
FIELD = re.compile(r"((?:[^;\\]|\\.|\\\Z)*)(?:;|\Z)", re.DOTALL)
GUEST_ID = re.compile(r"[0-9a-f]{24}")
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
MECARD_FIELDS = {
    "ORG": "company",
    "COMPANY": "company",
    "TITLE": "job_title",
    "DIV": "department",
    "TEL": "phones",
    "TEL-AV": "phones",
    "EMAIL": "emails",
    "URL": "urls",
    "ADR": "address",
    "NOTE": "note",
    "MEMO": "note",
    "UID": "badge_id:1",
    "ID": "badge_id:2",
}
BIZCARD_FIELDS = {
    "N": "given_name",
    "X": "family_name",
    "T": "job_title",
    "C": "company",
    "D": "department",
    "A": "address",
    "B": "phones",
    "M": "phones",
    "P": "phones",
    "E": "emails",
    "U": "urls",
    "UID": "badge_id:1",
}


def read_mecard(text: str) -> Draft | None:
    start = MECARD.match(text)
    if not start:
        return None
    draft = Draft("mecard", spaced_name=bool(KANA.search(text)))
    for key, value in fields(text[start.end() :]):
        if key == "N":
            put_name(draft, value)
        elif key in MECARD_FIELDS:
            put(draft, MECARD_FIELDS[key], value)
    if GUEST_ID.fullmatch(draft.badge_id):
        draft.vendor = "eventmaker"
    draft.put_registration_in(draft.note)
    return draft


def read_bizcard(text: str) -> Draft | None:
    start = BIZCARD.match(text)
    if not start:
        return None
    draft = Draft("bizcard")
    for key, value in fields(text[start.end() :]):
        if key in BIZCARD_FIELDS:
            put(draft, BIZCARD_FIELDS[key], value)
    return draft


def fields(text: str) -> list[tuple[str, str]]:
    found = []
    for match in FIELD.finditer(text):
        key, colon, value = match[1].partition(":")
        if colon:
            found.append((key.strip().upper(), value))
    return found


def put(draft: Draft, name: str, value: str) -> None:
    value = unescaped(value)
    if name == "address":
        value = ", ".join(part for p in value.split(",") if (part := tidy(p)))
    draft.put(name, value)
    if name == "urls" and (link := profile_link(tidy(value))):
        draft.put(*link)


def put_name(draft: Draft, value: str) -> None:
    """Family,given; without a comma it is the whole name."""
    protected = value.replace("\\,", "\x00")
    parts = [tidy(unescaped(part.replace("\x00", ","))) for part in protected.split(",")]
    if len(parts) > 1 and parts[0] and parts[1]:
        draft.family_name, draft.given_name = parts[0], parts[1]
    else:
        draft.put("name", " ".join(part for part in parts if part))


def unescaped(value: str) -> str:
    return ESCAPE.sub(r"\1", value) if "\\" in value else value
