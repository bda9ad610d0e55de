"""Plain text: what stands in it beyond doubt, and a name only when it can be nothing else."""

import re

from app.badges.draft import Draft
from app.badges.emails import emails_in, local_words
from app.badges.formats.name_columns import is_mentioned
from app.badges.known_names import GIVEN_NAMES
from app.badges.looks import is_east_asian_person, is_person
from app.badges.names import HAN, HANGUL
from app.badges.tidy import fold, tidy

PHONE = re.compile(r"\+\d[\d ().-]{6,20}\d")
URL = re.compile(r"https?://[^\s<>\"']{4,500}", re.IGNORECASE)
NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
SPLIT = re.compile(r"[,;|/\n\t<>()]+|\s-\s")
LONGEST_NAME = 60


def read_text(text: str) -> Draft:
    if is_noise(text):
        return Draft("unknown")
    draft = Draft("text")
    for email in emails_in(text):
        draft.put_email(email)
    for phone in PHONE.findall(text)[:5]:
        draft.put_phone(phone)
    for url in URL.findall(text)[:5]:
        draft.put_url(url.rstrip(".,;:!?)"))
    draft.name = name_in(text, draft.emails)
    draft.put_registration_in(text)
    return draft


def is_noise(text: str) -> bool:
    """No letters at all, or more control characters than any text has."""
    sample = text[:2000]
    strange = len(NOT_TEXT.findall(sample))
    return strange * 20 > len(sample) or not any(c.isalnum() for c in sample)


def name_in(text: str, emails: list[str]) -> str:
    """The first line is a name and nothing else, or a name that its e-mail address repeats."""
    if len(text) > 400:
        return ""
    whole = tidy(text.strip().partition("\n")[0])
    if len(whole) <= LONGEST_NAME and is_certain(whole):
        return whole
    words = [word for email in emails for word in local_words(email)]
    for piece in SPLIT.split(text):
        candidate = tidy(piece)
        likely = len(candidate) <= LONGEST_NAME and is_mentioned(candidate, words)
        if likely and is_person(candidate):
            return candidate
    return ""


def is_certain(text: str) -> bool:
    if HAN.search(text) or HANGUL.search(text):
        return is_east_asian_person(text)
    return is_person(text) and any(fold(word) in GIVEN_NAMES for word in text.split())
