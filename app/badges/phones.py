"""Phone numbers: as written, and the one international form beside it."""

import re
import unicodedata

import phonenumbers

WRITTEN = re.compile(
    r"[+＋]?[\s\d０-９()（）\[\]./–—‐‑－-]{3,40}"
    r"(?:(?:\s*(?:;\s*ext=|;|,|x|ext\.?|#|转|轉|分机|分機|内線)\s*:?\s*)[\d０-９]{1,8})?",
    re.IGNORECASE,
)
CHINESE_EXTENSION = re.compile(r"\s*[(（]?(?:转|轉|分机|分機|内線)[:：]?\s*")
EXTENSION = re.compile(
    r"(?:;\s*ext=|extension|ext\.?|\bx|(?<=\d)x|#|,+|durchwahl|poste)\s*:?\s*(\d{1,8})\s*[)）]?\Z",
    re.IGNORECASE,
)
SPREADSHEET = re.compile(r"\d[.,]?\d*E\+?\d+", re.IGNORECASE)
DATE = re.compile(r"(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})(?:[ T].*)?")
LONGEST = 60


def is_phone(written: str) -> bool:
    """Looks like a phone number: whether anybody answers it is for `e164` to say."""
    if not 5 <= len(written) <= LONGEST or DATE.fullmatch(written):
        return False
    digits = sum(c.isdecimal() for c in written)
    return 6 <= digits <= 20 and bool(WRITTEN.fullmatch(written))


def e164(written: str, region: str | None) -> str:
    """`region` says what a number without a country code means; no valid number is ""."""
    number = parsed(written, region)
    if number is None or not phonenumbers.is_valid_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def extension(written: str) -> str:
    """The digits to dial after the connection: E.164 has no place for them."""
    match = EXTENSION.search(plain(written)[-30:])
    return match[1] if match else ""


def parsed(written: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    text = plain(written)
    if len(text) > LONGEST or SPREADSHEET.fullmatch(text):
        return None
    if region is None and text.startswith("00"):
        text = "+" + text[2:]
    try:
        return phonenumbers.parse(text, region.upper() if region else None)
    except phonenumbers.NumberParseException:
        return None


def plain(written: str) -> str:
    """Full width becomes plain; a spreadsheet's apostrophe and the scheme go."""
    text = unicodedata.normalize("NFKC", written[: LONGEST * 2]).strip().lstrip("'’`").strip()
    text = text[4:] if text[:4].casefold() == "tel:" else text
    return CHINESE_EXTENSION.sub(" ext ", text)
