"""E-mail addresses: which are valid, which stand in a text, whose name they hint at."""

import re

from app.badges.listed import listed

# The separators of delimited badges are legal in an address, but nobody has them in one.
LOCAL = re.compile(r"[\w&'+.-]{1,64}")
DOMAIN = re.compile(r"(?=.{4,253}\Z)(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,61}[^\W_]")
BEFORE = re.compile(r"[\w&'+.-]{1,64}\Z")
AFTER = re.compile(r"[\w.-]{4,253}")
ROLES = frozenset(
    listed(
        """
    info sales contact office admin mail hello support service marketing hr jobs press team no
    reply noreply newsletter billing webmaster kontakt vertrieb einkauf export import order
    orders shop enquiries enquiry inquiry help customer care events event expo booth stand the
    my dev test general manager director ceo cto purchasing procurement finance accounts web it
    group
    """
    )
)


def is_email(value: str) -> bool:
    local, at, domain = value.rpartition("@")
    return bool(
        at
        and len(value) <= 254
        and LOCAL.fullmatch(local)
        and not local.startswith(".")
        and not local.endswith(".")
        and ".." not in local
        and DOMAIN.fullmatch(domain)
    )


def emails_in(text: str) -> list[str]:
    """Looks only around each @, so that a long text without one costs nothing."""
    found: list[str] = []
    position = text.find("@")
    while position >= 0 and len(found) < 20:
        before = BEFORE.search(text[max(0, position - 64) : position])
        after = AFTER.match(text[position + 1 : position + 255])
        if before and after:
            email = f"{before[0].lstrip('.')}@{after[0].rstrip('.-_')}"
            if is_email(email):
                found.append(email)
        position = text.find("@", position + 1)
    return found


def local_words(email: str) -> list[str]:
    """mary.smith2@... -> mary, smith"""
    local = email.partition("@")[0].partition("+")[0].casefold()
    return [word for word in re.split(r"[._\d-]+", local) if word]


def name_in_email(email: str) -> str:
    """A guess, only for the unmistakable pattern: two words, neither of them a mailbox's duty."""
    local = email.partition("@")[0].partition("+")[0]
    words = re.split(r"[._]", local) if re.search(r"[._]", local) else local.split("-")
    if len(words) != 2 or not all(len(w) > 1 and w.replace("-", "").isalpha() for w in words):
        return ""
    if any(word.casefold() in ROLES for word in words):
        return ""
    return " ".join("-".join(p.capitalize() for p in word.split("-")) for word in words)
