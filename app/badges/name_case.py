"""Name case: capitals become a name, small letters stay as their owner writes them."""

import re

from app.badges.listed import listed

PARTICLES = frozenset(
    listed(
        """
    van de der den von zu zum zur vom del della di da do dos das du la le les el al bin ibn ben
    abu ter ten op te 't af av y e
    """
    )
)


def shouted(word: str) -> bool:
    """SMITH; not the J. of an initial, nor a script without capitals."""
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and word.isupper() and "." not in word


def in_name_case(name: str) -> str:
    """SMITH -> Smith; what has small letters already is left as its owner writes it."""
    words = name.split()
    loud = [shouted(w) or w.casefold() in PARTICLES for w in words]
    if not all(loud) or not any(shouted(w) for w in words):
        return " ".join(in_word_case(w) if shouted(w) and not is_initials(w) else w for w in words)
    particles = len(words) > 1
    return " ".join(
        word.lower()
        if particles and i < len(words) - 1 and word.casefold() in PARTICLES
        else in_word_case(word)
        for i, word in enumerate(words)
    )


def is_initials(word: str) -> bool:
    return "." in word or (len(word) == 2 and not set(word.casefold()) & set("aeiouyäöüéàèíóú"))


def in_word_case(word: str) -> str:
    if is_initials(word) or re.fullmatch("I{2,3}|IV", word):
        return word
    if "-" in word:
        return "-".join(in_word_case(part) for part in word.split("-"))
    apostrophe = re.fullmatch(r"([ODL])(['’])(\w+)", word)
    if apostrophe:
        return apostrophe[1] + apostrophe[2] + apostrophe[3].capitalize()
    if word.startswith("MC") and len(word) > 3:
        return "Mc" + word[2:].capitalize()
    return word.capitalize()
