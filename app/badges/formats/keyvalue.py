"""Keys with values: name:..;email:.., FN=..&LN=.., labelled lines, typed numbers (REG:123)."""

import re
from urllib.parse import unquote_plus

from app.badges.draft import Draft
from app.badges.fields import field_named
from app.badges.formats.delimited import split
from app.badges.links import profile_link
from app.badges.listed import listed
from app.badges.looks import is_category, is_event, is_number
from app.badges.phones import is_phone
from app.badges.tidy import tidy

PAIR_SEPARATORS = ("\n", ";", "&", "|", "^", "~", "\t", "$", ",", "；", "，")
PAIR = re.compile(r"\s{0,9}([^\s:=：][^:=：]{0,39}?)\s{0,9}[:=：]\s{0,9}(.*)", re.DOTALL)
TYPED = re.compile(
    r"([A-Za-z][A-Za-z _-]{0,24})[:#=]\s{0,3}#?([A-Za-z0-9][\w.-]{1,80})"
    r"((?:[:|,;/][\w. -]{0,80}){0,6})"
)
TYPES = frozenset(
    listed(
        """
    reg registration badge att attendee visitor vis id uid ticket tkt bid rid delegate del guest
    exh exhibitor code no number nr qr scan lead participant person contact evt event user
    member
    """
    )
)
DEVOXX_KEYS = frozenset({"proglang", "language", "age", "gender"})
ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")
MOST_PAIRS = 80

Pair = tuple[str, str]


def read_keyvalue(text: str) -> Draft | None:
    pairs = best_pairs(text.strip())
    if not pairs:
        return None
    draft = Draft("keyvalue")
    for key, value in pairs:
        put_pair(draft, key, value)
    if len(DEVOXX_KEYS & {key.casefold() for key, _ in pairs}) > 1:
        draft.vendor = "devoxx"
    return draft if draft.has_contact or draft.badge_id or draft.event_id or draft.links else None


def put_pair(draft: Draft, key: str, value: str) -> None:
    kept = draft.put_foreign(key, value)
    link = profile_link(tidy(value))
    if link:
        draft.put(*link)
    elif (
        not kept
        and is_phone(tidy(value))
        and "fax" not in key.casefold()
        and "tel" in key.casefold()
    ):
        draft.put_phone(value)


def best_pairs(text: str) -> list[Pair]:
    """Split where the most keys are known; a few unknown ones between them do no harm."""
    best: list[Pair] = []
    most = 0
    for separator in PAIR_SEPARATORS:
        if separator not in text:
            continue
        pairs = pairs_between(text, separator)
        known = sum(bool(field_named(key)) for key, _ in pairs)
        enough = known * 3 >= len(pairs) if known > 1 else len(pairs) > 1
        if known > most and enough:
            best, most = pairs, known
    return best


def pairs_between(text: str, separator: str) -> list[Pair]:
    pieces = split(text, separator)[:MOST_PAIRS]
    matches = [match for piece in pieces if (match := PAIR.fullmatch(piece))]
    if len(matches) * 2 < len([piece for piece in pieces if piece]):
        return []
    encoded = separator == "&"
    return [
        (m[1], unquote_plus(m[2]) if encoded or ENCODED.search(m[2]) else m[2]) for m in matches
    ]


def read_typed(text: str) -> Draft | None:
    """REG:8f14e45f:evt2026:attendee, Badge #4711"""
    match = TYPED.fullmatch(text.strip())
    if not match or not is_type(match[1]) or not any(c.isdecimal() for c in match[2]):
        return None
    draft = Draft("keyvalue")
    rest = [part for part in re.split("[:|,;/]", match[3]) if part]
    number, event = match[2], next((part for part in rest if is_event(part)), "")
    if match[1].casefold() in {"evt", "event"} or (is_event(number) and not event and rest):
        event, number = (
            number,
            next((part for part in rest if is_number(part) and part != number), ""),
        )
    elif rest and not event and is_number(rest[0]) and not is_category(rest[0]):
        event = rest[0]
    draft.put_badge_id(number)
    draft.put("event_id", event)
    return draft


def is_type(word: str) -> bool:
    words = re.split(r"[ _-]+", word.casefold())
    return any(each in TYPES for each in words) or field_named(word).startswith("badge_id")
