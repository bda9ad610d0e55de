"""Charsets: which text do these bytes mean? Codes often carry them without saying."""

import codecs
import re
from dataclasses import dataclass

from app.badges.charset_scores import score
from app.badges.listed import listed

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)
# Families are read by their largest member: GB2312 text is GB18030 text, and so on.
READ_AS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "shift_jis": "cp932",
    "shift_jisx0213": "cp932",
    "big5": "cp950",
    "euc_kr": "cp949",
    "iso8859-1": "cp1252",
    "iso8859-15": "cp1252",
    "ascii": "cp1252",
}
CALLED = {
    "cp932": "shift_jis",
    "cp950": "big5",
    "cp949": "euc_kr",
    "cp1252": "windows-1252",
    "cp1251": "windows-1251",
    "cp1250": "windows-1250",
    "cp1253": "windows-1253",
    "cp1254": "windows-1254",
    "koi8_r": "koi8-r",
    "iso2022_jp": "iso-2022-jp",
}
GUESSES = listed(
    """
    gb18030 cp932 cp950 cp949 euc_jp cp1251 koi8_r cp1252 cp1250 cp1253 cp1254
    """
)
# What the plain part of a payload tells about its country: dialling codes and domains.
HINTS = {
    "gb18030": re.compile(rb"\+86\d|\+86[ -]|\.cn\b|China"),
    "cp950": re.compile(rb"\+886|\+852|\.tw\b|\.hk\b|Taiwan"),
    "cp932": re.compile(rb"\+81|\.jp\b|Japan|SOUND"),
    "euc_jp": re.compile(rb"\+81|\.jp\b|Japan"),
    "cp949": re.compile(rb"\+82|\.kr\b|Korea"),
    "cp1250": re.compile(rb"\+48|\+420|\+421|\+36|\.pl\b|\.cz\b|\.sk\b|\.hu\b|s\.r\.o|sp\. z"),
    "cp1251": re.compile(rb"\+7|\+380|\.ru\b|\.ua\b|\.bg\b"),
    "cp1253": re.compile(rb"\+30|\.gr\b"),
    "cp1254": re.compile(rb"\+90|\.tr\b"),
}
HINT_WORTH = 1.5
ONLY_IF_HINTED = frozenset({"cp1253", "cp1254"})
DECLARED = re.compile(rb"CHARSET\s*=\s*\"?([\w.:-]{2,20})", re.IGNORECASE)
JAPANESE_ESCAPE = re.compile(rb"\x1b\$[@B]|\x1b\([BJ]")
SAMPLE = 1500


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    charset: str


def decode(raw: bytes) -> Decoded:
    """Never fails: bytes that are no text at all are read one by one (latin-1), losing none."""
    for bom, codec, name in BOMS:
        if raw.startswith(bom):
            return Decoded(raw.decode(codec, "replace"), name)
    if raw.isascii() and 0 not in raw:
        return ascii_text(raw)
    return wide(raw) or utf8(raw) or declared(raw) or truncated_utf8(raw) or guessed(raw)


def ascii_text(raw: bytes) -> Decoded:
    if JAPANESE_ESCAPE.search(raw):
        return strict(raw, "iso2022_jp") or Decoded(raw.decode("ascii"), "utf-8")
    return Decoded(raw.decode("ascii"), "utf-8")


def wide(raw: bytes) -> Decoded | None:
    """UTF-16 without a mark: every second byte of its ASCII is zero."""
    sample = raw[:400]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(raw) < 4 or len(raw) % 2 or max(even, odd) < half * 0.4 or min(even, odd) > half * 0.1:
        return None
    codec = "utf-16-le" if odd > even else "utf-16-be"
    return strict(raw, codec)


def utf8(raw: bytes) -> Decoded | None:
    """Text that is valid UTF-8 is hardly ever anything else, unless it says so itself."""
    decoded = strict(raw, "utf-8")
    if decoded is None or max(decoded.text) >= "\u0800":
        return decoded
    other = declared(raw)
    if other and other.charset != "utf-8" and score(other.text) > score(decoded.text):
        return other
    return decoded


def declared(raw: bytes) -> Decoded | None:
    match = DECLARED.search(raw)
    if not match:
        return None
    try:
        codec = codecs.lookup(match[1].decode("ascii")).name
    except (LookupError, UnicodeError):
        return None
    return strict(raw, READ_AS.get(codec, codec))


def truncated_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 cut in the middle of a character, or with a bad byte among many good ones."""
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(c > "\x7f" for c in text) - bad
    return Decoded(text, "utf-8") if good >= 4 * bad else None


def guessed(raw: bytes) -> Decoded:
    """The reading that looks most like a text of its language."""
    best, highest = Decoded(raw.decode("latin-1"), "latin-1"), 0.0
    for codec in GUESSES:
        hint = hinted(raw, codec)
        if codec in ONLY_IF_HINTED and not hint:
            continue
        reading = strict(raw, codec) or cut_short(raw, codec)
        if reading and (worth := score(reading.text[:SAMPLE]) + hint) > highest:
            best, highest = reading, worth
    return best


def hinted(raw: bytes, codec: str) -> float:
    hint = HINTS.get(codec)
    return HINT_WORTH if hint and hint.search(raw[:SAMPLE]) else 0.0


def cut_short(raw: bytes, codec: str) -> Decoded | None:
    return strict(raw[:-1], codec) if raw[-1] > 0x7F else None


def strict(raw: bytes, codec: str) -> Decoded | None:
    try:
        return Decoded(raw.decode(codec), CALLED.get(codec, codec))
    except (UnicodeError, LookupError, ValueError, TypeError):
        return None


def repaired(text: str) -> Decoded | None:
    """Text that a scanner decoded as Latin-1 although it was something else."""
    if text.isascii() or max(text) > "\u00ff":
        return None
    decoded = decode(text.encode("latin-1"))
    if decoded.charset in {"latin-1", "windows-1252"} or score(decoded.text) <= score(text):
        return None
    return decoded
