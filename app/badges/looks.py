"""What a piece of text looks like, when nothing says what it is."""

import re

from app.badges import vocabulary as words
from app.badges.countries import country_code
from app.badges.known_names import COMPOUND_SURNAMES, GIVEN_NAMES, HAN_IN_NO_NAME, HAN_SURNAMES
from app.badges.name_case import PARTICLES
from app.badges.names import HAN, HANGUL, without_prefix, without_suffix
from app.badges.tidy import fold

URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]{3,2000}", re.IGNORECASE)
NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/#-]{0,79}")
NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.`-](?=[^\W\d_]|\Z)){0,39}")
POSTCODE = re.compile(
    r"(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?|\d{3}-\d{4}"
    r"|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d"
)
DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T][\d:.+Z-]*)?|\d{1,2}:\d{2}(?::\d{2})?")
EVENT = re.compile(
    r"[A-Za-z]{2,16}[-_ ]?(?:20)?[23]\d|(?:evt|event|show|expo)[-_][\w-]{2,30}", re.IGNORECASE
)
SYMBOLS = re.compile("[\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]")
FORMULA = "=+-@＝＋－＠"
TOKEN_SPLIT = re.compile(r"[\s,;/()&]+")


def is_url(text: str) -> bool:
    return bool(URL.fullmatch(text))


def is_number(text: str) -> bool:
    """A registration number: one word, with a digit in it, that is no date."""
    has_digit = any(c.isdecimal() for c in text)
    return has_digit and bool(NUMBER.fullmatch(text)) and not DATE.fullmatch(text)


def is_event(text: str) -> bool:
    """EXPO26, canton-2026: a word and a year."""
    return bool(EVENT.fullmatch(text))


def is_date(text: str) -> bool:
    return bool(DATE.fullmatch(text))


def is_postcode(text: str) -> bool:
    return bool(POSTCODE.fullmatch(text))


def is_category(text: str) -> bool:
    """Visitor, VIP, Exhibitor, full conference pass: what kind of ticket, not who."""
    return all(word in words.CATEGORIES for word in text.casefold().split())


def is_country(text: str) -> bool:
    return bool(country_code(text))


def is_company(text: str) -> bool:
    parts = plain_words(text)
    return has_legal_form(text) or (
        not is_job_title(text) and len(parts) > 1 and not words.COMPANY_WORDS.isdisjoint(parts)
    )


def has_legal_form(text: str) -> bool:
    if text.endswith(tuple(words.COMPANY_ENDINGS)) or text.startswith(words.COMPANY_BEGINNINGS):
        return True
    parts = plain_words(text)
    return len(parts) > 1 and any(
        word in words.LEGAL_FORMS for word in parts[-3:][-len(parts) + 1 :]
    )


def is_job_title(text: str) -> bool:
    if len(text) > 80:
        return False
    parts = plain_words(text)
    if any(part in words.JOB_WORDS for part in parts):
        return True
    return any(part.endswith(tuple(words.JOB_ENDINGS)) and len(part) > 1 for part in parts)


def is_department(text: str) -> bool:
    if HAN.search(text) or HANGUL.search(text):
        return text.endswith(words.DEPARTMENT_ENDINGS) and 2 < len(text) <= 12
    parts = plain_words(text)
    return 0 < len(parts) <= 4 and bool(words.DEPARTMENT_WORDS & set(parts))


def is_street(text: str) -> bool:
    if HAN.search(text):
        return text.endswith(words.STREET_HAN) or (len(text) > 6 and "路" in text)
    parts = plain_words(text)
    if len(parts) < 2 or not any(c.isdecimal() for c in text):
        return False
    return any(p in words.STREET_WORDS or p.endswith(words.STREET_ENDINGS) for p in parts)


def is_person(text: str) -> bool:
    """A whole name: two to four words, each like a name, or a name in Chinese or Korean."""
    if is_east_asian_person(text):
        return True
    text = SYMBOLS.sub("", text)
    name = without_suffix(without_prefix(text.replace(",", " , ", 1).replace(" ,", ","))[1])
    parts = name.replace(",", " ").split()
    if not 2 <= len(parts) <= 5 or not all(is_name_word(p) or is_initial(p) for p in parts):
        return False
    return not is_otherwise(text) and any(len(p) > 1 for p in parts)


def is_east_asian_person(text: str) -> bool:
    name = text.replace(" ", "").replace("\u3000", "")
    if HANGUL.fullmatch(name):
        return 2 <= len(name) <= 4 and not is_otherwise(text)
    if not HAN.fullmatch(name) or not 2 <= len(name) <= 4:
        return False
    if name[0] not in HAN_SURNAMES and name[:2] not in COMPOUND_SURNAMES and " " not in text:
        return False
    return not HAN_IN_NO_NAME & set(name[1:]) and not is_otherwise(text)


def is_initial(word: str) -> bool:
    return len(word.strip(".")) == 1 and word[0].isupper()


def is_name_word(word: str) -> bool:
    """One capitalised word, or a particle."""
    if not NAME_WORD.fullmatch(word):
        return False
    return not word[0].islower() or word.casefold() in PARTICLES or word[:2] in {"d'", "d’", "al"}


def is_name_part(text: str) -> bool:
    """What may stand in a column of given or family names."""
    parts = text.split()
    return 1 <= len(parts) <= 4 and all(map(is_name_word, parts)) and not is_otherwise(text)


def is_otherwise(text: str) -> bool:
    """Plainly something else than a person."""
    return is_category(text) or is_job_title(text) or is_company(text) or is_country_name(text)


def is_country_name(text: str) -> bool:
    return len(text) > 3 and bool(country_code(text)) and fold(text) not in GIVEN_NAMES


def is_formula(text: str) -> bool:
    return text[:1] in FORMULA


def plain_words(text: str) -> list[str]:
    """S.p.A. and spa are one word; so are GmbH and gmbh."""
    return [w.replace(".", "").strip("\"'«»|") for w in TOKEN_SPLIT.split(text.casefold()) if w]
