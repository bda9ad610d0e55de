"""Tidy text: one value without the invisible dirt that codes carry."""

import re
import unicodedata

from app.badges.listed import listed

# Zero-width space, direction marks and overrides, BOM: invisible, and used to disguise text.
# The two joiners (U+200C, U+200D) are spelling in Persian and glue in emoji: only edges lose them.
INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
MERGE_FIELD = re.compile(r"(\{\{?[\w .|-]*\}?\}|\[\[[\w .-]*\]\]|\$\{[\w .-]*\}|%[A-Z_]{3,40}%)")
PLACEHOLDERS = frozenset(
    listed(
        """
    - -- --- . / N/A n/a N/a NULL null undefined Undefined None none NaN nil (null) [null] ? ??
    无 暂无 空
    """
    )
)
NO_LETTER = re.compile(r"[\W_]+")
LONGEST_VALUE = 1000


def tidy(value: str) -> str:
    """One line; a placeholder that the organiser's system left is no value."""
    if not (value.isascii() and value.isprintable()):
        value = unicodedata.normalize("NFC", CONTROL.sub(" ", INVISIBLE.sub("", value)))
    value = " ".join(value[:LONGEST_VALUE].split()).strip("\u200c\u200d")
    if value in PLACEHOLDERS or MERGE_FIELD.fullmatch(value):
        return ""
    return value


def tidy_lines(value: str) -> str:
    """Several lines, as in a note."""
    lines = (tidy(line) for line in value.replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def fold(value: str) -> str:
    """Letters and digits only, without case or accents: for comparing, never for showing."""
    if not value.isascii():
        decomposed = unicodedata.normalize("NFKD", value)
        value = "".join(c for c in decomposed if not unicodedata.combining(c))
    return NO_LETTER.sub("", value.casefold())
