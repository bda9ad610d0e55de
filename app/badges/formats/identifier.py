"""Numbers and random words: nothing but an identifier, for the organiser's list to explain."""

import re

from app.badges.draft import Draft
from app.badges.looks import is_date

UUID = re.compile(
    r"\{?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\}?", re.IGNORECASE
)
WORD = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._/#+-]{0,98}[A-Za-z0-9])?")
GROUPS = re.compile(r"[A-Z0-9]{2,8}(?: [A-Z0-9]{2,8}){1,5}")
EAN13 = re.compile(r"[0-9]{13}")
GS1 = re.compile(
    r"(?:\]C1|\]d2|\]Q3)?\(01\)\d{14}.{0,100}|01\d{14}(?:\x1d|21|10|17)[\w\x1d-]{1,60}"
)
PRETIX = re.compile(r"[a-z2-9]{32}")
HEX = re.compile(r"[0-9a-f]+")


def read_identifier(text: str) -> Draft | None:
    number = text.strip().strip("\"'").strip()
    starred = len(number) > 2 and number[0] == number[-1] == "*"
    number = number.strip("*").strip() if starred else number
    number = re.sub(r"^(?:urn:uuid:|#(?=\w))", "", number, flags=re.IGNORECASE)
    if GS1.fullmatch(number) or is_product(number):
        return Draft("product")
    if not (starred or is_identifier(number)):
        return None
    if not WORD.fullmatch(number) and not UUID.fullmatch(number) and not GROUPS.fullmatch(number):
        return None
    draft = Draft("id")
    draft.put_badge_id(number.strip("{}"))
    if PRETIX.fullmatch(number) and not HEX.fullmatch(number):
        draft.vendor = "pretix"
    return draft


def is_product(number: str) -> bool:
    """An EAN with a right check digit; those from 20 to 29 are for use inside a house."""
    if not EAN13.fullmatch(number) or not number.isascii() or number[0] == "2":
        return False
    digits = [int(d) for d in number]
    return sum(digits[0::2] + [3 * d for d in digits[1::2]]) % 10 == 0


def is_identifier(number: str) -> bool:
    if UUID.fullmatch(number):
        return True
    if GROUPS.fullmatch(number):
        return sum(c.isdecimal() for c in number) * 2 >= len(number.replace(" ", ""))
    if not WORD.fullmatch(number) or is_date(number):
        return False
    if len(number) < 3:
        return number.isdecimal()
    if any(c.isdecimal() for c in number):
        return True
    return is_random_word(number)


def is_random_word(word: str) -> bool:
    """Letters only: too few vowels, or capitals in the middle, for a word of any language."""
    if not word.isalpha() or len(word) < 8:
        return False
    vowels = sum(c in "aeiouyAEIOUY" for c in word)
    inner_capitals = sum(c.isupper() for c in word[1:])
    if word.isupper():
        return vowels * 5 < len(word)
    return vowels * 6 < len(word) or (
        inner_capitals > 2 and len(word) >= 12 and vowels * 4 < len(word)
    )
