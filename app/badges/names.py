"""Names: kept as written, and split into their parts only where the parts are certain."""

import re

from app.badges.known_names import (
    COMPOUND_SURNAMES,
    FAMILY_FIRST_ELSEWHERE,
    FAMILY_FIRST_KOREAN,
    FAMILY_FIRST_PINYIN,
    GIVEN_NAMES,
    KOREAN_COMPOUND_SURNAMES,
)
from app.badges.listed import listed
from app.badges.name_case import PARTICLES, in_name_case, shouted
from app.badges.tidy import fold

NameParts = tuple[str, str, str]

TITLES = frozenset(
    listed(
        """
    dr prof professor doctor med dring drmed univprof profdr ing dipling mag
    """
    )
)
SALUTATIONS = frozenset(
    listed(
        """
    mr mrs ms miss mx sir dame herr frau hr fr monsieur madame mme mlle sr sra srta señor señora
    sig dott dottssa dhr mevr eng engr ir г-н г-жа
    """
    )
)
SUFFIXES = frozenset(
    listed(
        """
    jr sr ii iii iv phd md mba msc bsc mphil esq cpa pmp dds jd llm cfa mcse
    """
    )
)
HAN = re.compile("[\u3400-\u9fff\U00020000-\U0002ffff々]+")
HANGUL = re.compile("[\uac00-\ud7a3]+")
KANA = re.compile("[\u3040-\u30ff]")
KATAKANA_ONLY = re.compile("[\u30a0-\u30ff ]+")
PINYIN = re.compile(r"(?:[bpmfdtnlgkhjqxrzcsyw]h?[aeiouü]{1,3}(?:ng|n|r)?|[aeo](?:ng|n|i|o)?){1,3}")
KOREAN_GIVEN = re.compile("[A-Z][a-z]{1,5}-[A-Za-z][a-z]{1,5}")
PATRONYMIC = re.compile(r"\w{2,20}(?:ович|евич|овна|евна|ична)")
RUSSIAN_SURNAME = re.compile(r"\w{2,24}(?:ов|ёв|ев|ова|ёва|ева|ский|ская|енко|чук|цкий|цкая)")
CERTAINLY_NOT: NameParts = ("", "", "")


def split_name(full: str) -> NameParts:
    """(prefix, given, family); given and family stay empty where only a person could tell."""
    prefix, name = without_prefix(" ".join(full.split()))
    given, family = given_and_family(name) if len(name) <= 100 else ("", "")
    return prefix, given, family


def given_and_family(name: str) -> tuple[str, str]:
    if "," in name or "，" in name:
        return around_comma(name)
    if HAN.search(name) or HANGUL.search(name) or KANA.search(name):
        return east_asian(name)
    words = without_suffix(name).split()
    if len(words) == 2:
        return two_words(*words)
    if len(words) > 2:
        return many_words(words)
    return "", ""


def without_prefix(name: str) -> tuple[str, str]:
    """Dr. Jörg Müller -> Dr., Jörg Müller"""
    words = name.split(" ")
    taken = 0
    while taken < len(words) - 1 and is_prefix(words[taken]):
        taken += 1
    return " ".join(words[:taken]), " ".join(words[taken:])


def is_prefix(word: str) -> bool:
    plain = word.casefold().replace(".", "").replace("-", "")
    return plain in TITLES or plain in SALUTATIONS


def is_title(word: str) -> bool:
    """Part of how a person is named, unlike Mr or Ms."""
    return bool(word) and all(
        w.casefold().replace(".", "").replace("-", "") in TITLES for w in word.split()
    )


def without_suffix(name: str) -> str:
    words = name.split()
    while len(words) > 2 and words[-1].casefold().replace(".", "").strip(",") in SUFFIXES:
        words.pop()
    return " ".join(words)


def around_comma(name: str) -> tuple[str, str]:
    """SMITH, John; but John Smith, PhD has its name in front."""
    family, *rest = [part.strip() for part in re.split("[,，]", name)]
    rest = [part for part in rest if part.casefold().replace(".", "") not in SUFFIXES]
    if not rest:
        return given_and_family(family)
    if len(rest) > 1 or not rest[0] or not family or len(family.split()) > 4:
        return "", ""
    return in_name_case(without_suffix(rest[0])), in_name_case(family)


def east_asian(name: str) -> tuple[str, str]:
    """Family first; a name in katakana alone is a foreigner's, in an unknown order."""
    words = name.split()
    native = all(HAN.fullmatch(w) or HANGUL.fullmatch(w) or KANA.search(w) for w in words)
    if len(words) == 2 and native and not KATAKANA_ONLY.fullmatch(name):
        return words[1], words[0]
    if len(words) != 1 or not 2 <= len(name) <= 4:
        return "", ""
    if HAN.fullmatch(name):
        return family_in_front(name, COMPOUND_SURNAMES)
    if HANGUL.fullmatch(name):
        return family_in_front(name, KOREAN_COMPOUND_SURNAMES)
    return "", ""


def family_in_front(name: str, compound: frozenset[str]) -> tuple[str, str]:
    if len(name) > 2 and name[:2] in compound:
        return name[2:], name[:2]
    return (name[1:], name[0]) if len(name) < 4 else ("", "")


def two_words(first: str, second: str) -> tuple[str, str]:
    if not (first[0].isalpha() and second[0].isalpha()):
        return "", ""
    if any(c.isdigit() for c in first + second):
        return "", ""
    order = family_comes_first(first, second)
    if order is None:
        return "", ""
    given, family = (second, first) if order else (first, second)
    return in_name_case(given), in_name_case(family)


def family_comes_first(first: str, second: str) -> bool | None:
    """None: the words contradict each other, so nobody but their owner knows."""
    if shouted(first) != shouted(second):
        return shouted(first)
    known_first, known_second = fold(first) in GIVEN_NAMES, fold(second) in GIVEN_NAMES
    if is_known_in_cyrillic(first, second):
        return True
    if known_first != known_second:
        return None if known_second and not shouted(first) else known_second
    if fold(first) in FAMILY_FIRST_PINYIN and fold(second) in FAMILY_FIRST_PINYIN:
        return None
    return not known_first and is_asian_romanised(first, second)


def is_known_in_cyrillic(first: str, second: str) -> bool:
    """Иванов Иван is the order of Russian lists."""
    one, other = first.casefold(), second.casefold()
    return bool(RUSSIAN_SURNAME.fullmatch(one)) and not RUSSIAN_SURNAME.fullmatch(other)


def is_asian_romanised(first: str, second: str) -> bool:
    """Wang Xiaoming, but not Xiaoming Wang; Nguyen Anh; Kim Min-su."""
    if fold(first) in FAMILY_FIRST_ELSEWHERE:
        return True
    if KOREAN_GIVEN.fullmatch(second) and fold(first) in FAMILY_FIRST_KOREAN:
        return True
    plain = second.casefold().replace("-", "").replace("'", "")
    return (
        fold(first) in FAMILY_FIRST_PINYIN
        and fold(second) not in FAMILY_FIRST_PINYIN
        and bool(PINYIN.fullmatch(plain[:20]))
    )


def many_words(words: list[str]) -> tuple[str, str]:
    if PATRONYMIC.fullmatch(words[1].casefold()) and len(words) == 3:
        return words[0], words[2]
    if PATRONYMIC.fullmatch(words[2].casefold()) and len(words) == 3:
        return words[1], words[0]
    loud = [shouted(word) for word in words]
    if any(loud) and not all(loud):
        return around_capitals(words, loud)
    if len(words) == 3 and re.fullmatch(r"[^\W\d_]\.?", words[1]):
        return in_name_case(words[0]), in_name_case(words[2])
    if words[1].casefold() in PARTICLES and is_particle_chain(words[1:-1]):
        return in_name_case(words[0]), in_name_case(" ".join(words[1:]))
    return "", ""


def is_particle_chain(words: list[str]) -> bool:
    return all(word.casefold() in PARTICLES for word in words)


def around_capitals(words: list[str], loud: list[bool]) -> tuple[str, str]:
    """Maria GARCÍA LÓPEZ, GARCÍA LÓPEZ Maria: the capitals are the family, all in one run."""
    start = loud.index(True)
    end = start + sum(loud)
    if not all(loud[start:end]) or (start > 0 and end < len(words)):
        return "", ""
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    given = words[:start] + words[end:]
    return " ".join(given), in_name_case(" ".join(words[start:end]))


def joined_name(prefix: str, given: str, family: str, *, spaced: bool = False) -> str:
    """The name of somebody known only by its parts, in the order of its script."""
    if given and family and HAN.fullmatch(given) and HAN.fullmatch(family):
        return f"{family} {given}" if spaced else family + given
    if given and family and HANGUL.fullmatch(given) and HANGUL.fullmatch(family):
        return family + given
    if given and family and KANA.search(given + family):
        return f"{family} {given}"
    title = prefix if is_title(prefix) else ""
    return " ".join(part for part in (title, given, family) if part)
