"""Reading a badge: any payload gives a badge, if only one that keeps what was scanned."""

from collections.abc import Callable

from app.badges.badge import Badge
from app.badges.charsets import decode, repaired
from app.badges.draft import Draft
from app.badges.formats.contact import read_contact
from app.badges.formats.delimited import read_delimited, read_mapped
from app.badges.formats.identifier import read_identifier
from app.badges.formats.json_badge import read_json
from app.badges.formats.keyvalue import read_keyvalue, read_typed
from app.badges.formats.mecard import read_bizcard, read_mecard
from app.badges.formats.text import read_text
from app.badges.formats.token import read_token, wrapped_text
from app.badges.formats.url import read_hostile, read_url
from app.badges.formats.vcard import read_vcard
from app.badges.formats.wifi import read_wifi
from app.badges.mapping import FieldMapping

Reader = Callable[[str], Draft | None]

# Those that say what they are; the show's mapping comes after them, looks come last.
NAMED: tuple[Reader, ...] = (
    read_wifi,
    read_vcard,
    read_mecard,
    read_bizcard,
    read_json,
    read_hostile,
    read_url,
    read_contact,
)
BY_LOOKS: tuple[Reader, ...] = (
    read_token,
    read_identifier,
    read_keyvalue,
    read_typed,
    read_delimited,
)
# Longer texts keep their payload whole, but nobody's contact starts that far in.
MOST_READ = 16384


def parse_badge(payload: str | bytes, *, mapping: FieldMapping | None = None) -> Badge:
    """Never raises and never refuses: what no reader knows still keeps its payload."""
    text, charset = decoded(payload)
    repair = repaired(text[:MOST_READ]) if isinstance(payload, str) else None
    if repair:
        text_read, charset = repair.text, repair.charset
    else:
        text_read = text[:MOST_READ]
    try:
        draft = understood(text_read, mapping)
    except Exception:  # noqa: BLE001  a reader's fault must never cost anybody a capture
        draft = Draft("unknown")
    return draft.finished(text, charset)


def decoded(payload: str | bytes) -> tuple[str, str]:
    if isinstance(payload, str):
        return payload, "utf-8"
    reading = decode(payload)
    return reading.text, reading.charset


def understood(text: str, mapping: FieldMapping | None = None) -> Draft:
    text = text.strip("\ufeff\u200b\x00")
    for reader in NAMED:
        if draft := reader(text):
            return draft
    if mapped := read_mapped(text, mapping):
        return mapped
    if (inner := wrapped_text(text)) and (unwrapped := understood(inner, mapping)).has_contact:
        return unwrapped
    for reader in BY_LOOKS:
        if draft := reader(text):
            return draft
    return read_text(text)
