"""Which columns are the name, and which of two is the family's."""

from app.badges.emails import local_words
from app.badges.known_names import GIVEN_NAMES, HAN_SURNAMES
from app.badges.looks import is_initial, is_name_part
from app.badges.name_case import PARTICLES, shouted
from app.badges.names import HAN
from app.badges.tidy import fold

Found = list[tuple[int, str]]
FAMILY_FIRST_SEPARATORS = frozenset({"::", "$"})


def find_name(
    cells: list[str], kinds: list[str], separator: str, emails: list[str], *, anchored: bool
) -> Found:
    """(column, field) of the name; nothing rather than a wrong one."""
    texts = [i for i, kind in enumerate(kinds) if kind in {"person", "words"}]
    if not texts:
        return []
    words = [word for email in emails[:3] for word in local_words(email)]
    pair = pair_of(texts, cells, kinds)
    has_more = len(texts) > 2 or "company" in kinds
    if pair and is_pair(
        cells[pair[0]], cells[pair[1]], words, has_more=has_more, anchored=anchored
    ):
        return ordered(pair, cells, separator, words)
    persons = [i for i in texts if kinds[i] == "person"]
    sure = [i for i in persons if is_mentioned(cells[i], words) or has_given_name(cells[i])]
    if sure or (persons and anchored):
        return [((sure or persons)[0], "name")]
    if anchored and has_given_name(cells[texts[0]]) and " " not in cells[texts[0]]:
        return [(texts[0], "name")]
    return []


def pair_of(texts: list[int], cells: list[str], kinds: list[str]) -> tuple[int, int] | None:
    """Two columns side by side that may hold given and family name."""
    whole = [i for i in texts if not is_initial(cells[i])]
    if len(whole) < 2:
        return None
    first, second = whole[:2]
    beside = all(kinds[i] in {"blank", "ticket"} or i in texts for i in range(first + 1, second))
    if beside and is_name_part(cells[first]) and is_name_part(cells[second]):
        return first, second
    return None


def is_pair(one: str, other: str, words: list[str], *, has_more: bool, anchored: bool) -> bool:
    if HAN.fullmatch(one) and HAN.fullmatch(other):
        return is_chinese_pair(one, other) or is_chinese_pair(other, one)
    if is_mentioned(one, words) and is_mentioned(other, words):
        return True
    if is_mentioned(one, words) and len(one.split()) > 1:
        return False
    single, other_single = is_single(one), is_single(other)
    if single and other_single:
        return anchored
    if single:
        return has_given_name(one) and has_more and len(other.split()) == 2
    return other_single and has_given_name(other) and not has_given_name(one)


def is_chinese_pair(family: str, given: str) -> bool:
    return len(family) == 1 and family in HAN_SURNAMES and len(given) <= 2


def is_single(text: str) -> bool:
    return sum(word.casefold() not in PARTICLES for word in text.split()) == 1


def has_given_name(text: str) -> bool:
    return any(fold(word) in GIVEN_NAMES for word in text.replace("-", " ").split())


def is_mentioned(text: str, words: list[str]) -> bool:
    """Some part of the name stands in the e-mail address."""
    parts = [fold(part) for part in text.replace("-", " ").split()]
    return any(
        part
        and len(part) > 1
        and any(part == w or (len(part) > 3 and w.endswith(part)) for w in words)
        for part in parts
    )


def ordered(pair: tuple[int, int], cells: list[str], separator: str, words: list[str]) -> Found:
    first, second = pair
    if is_family_first(cells[first], cells[second], separator, words):
        first, second = second, first
    return [(first, "given_name"), (second, "family_name")]


def is_family_first(one: str, other: str, separator: str, words: list[str]) -> bool:
    """Known given names, then capitals, then the e-mail address, then the separator's habit."""
    if HAN.fullmatch(one) and HAN.fullmatch(other):
        return is_chinese_pair(one, other)
    known, known_other = has_given_name(one), has_given_name(other)
    if known != known_other:
        return known_other
    if shouted(one) != shouted(other):
        return shouted(one)
    by_email = family_first_in_email(fold(one), fold(other), words)
    return separator in FAMILY_FIRST_SEPARATORS if by_email is None else by_email


def family_first_in_email(one: str, other: str, words: list[str]) -> bool | None:
    """aiesha@, aiesha.aaronson@ and aaaronson@ all say that Aiesha is the given name."""
    if not (one and other and words):
        return None
    if words[0] in {one, one[0] + other, one + other}:
        return False
    if words[0] in {other, other[0] + one, other + one}:
        return True
    if len(words) > 1 and (words[0], words[1]) in {(one[0], other), (other[0], one)}:
        return words[1] == one
    return None
