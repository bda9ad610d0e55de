"""Folding text so that people find it however they write it."""

import re
import unicodedata

from pypinyin import lazy_pinyin

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
FIRST_MARK = "\u0300"  # no character before it combines
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def fold(text: str) -> str:
    """Lower case, half width, without accents: "Ｍüller" and "muller" fold to the same."""
    if text.isascii():
        return " ".join(text.lower().split())
    lower = unicodedata.normalize("NFKD", text).casefold()  # first the letters, then their case
    decomposed = unicodedata.normalize("NFKD", lower)
    bare = "".join([c for c in decomposed if c < FIRST_MARK or not unicodedata.combining(c)])
    return " ".join(unicodedata.normalize("NFC", bare).split())


def pinyin(text: str) -> str:
    """Han characters read aloud, without tones: "王小明" is "wangxiaoming"."""
    return "".join(lazy_pinyin(text)) if HAN.search(text) else ""


def searchable(*parts: str) -> str:
    """One folded text holding all parts, and how Han parts sound, for a search by substring."""
    folded = [fold(part) for part in parts if part]
    spoken = [fold(pinyin(part)) for part in parts if HAN.search(part)]
    return "\n".join(folded + spoken)


def sortable(name: str) -> str:
    """What a name is sorted by: Han names by their sound, as a Chinese address book does."""
    return fold(pinyin(name) or name)


def without_controls(text: str) -> str:
    """Text as it can be stored and shown: no NUL, no control characters but tab and newline."""
    return CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
