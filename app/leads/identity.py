"""Same person? The keys a lead is surely known by."""

import re
from uuid import UUID

ROLE_MAILBOXES = frozenset(
    """admin buero contact einkauf export hello help hr import info inquiry kontakt mail
    marketing no-reply noreply office order orders post procurement purchase purchasing
    sales service support team webmaster""".split()
)
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def keys_of(show_id: UUID | None, badge_key: str, emails: list[str]) -> list[str]:
    """What surely means this person, the surest first: a badge at its show, a personal e-mail."""
    badge = [f"badge:{show_id.hex}:{badge_key}"] if show_id and badge_key else []
    return badge + [f"email:{email.casefold()}" for email in emails if is_personal(email)]


def is_personal(email: str) -> bool:
    """Whether an address belongs to one person: info@ and sales@ do not count."""
    local = email.casefold().partition("@")[0].partition("+")[0]
    return bool(EMAIL.fullmatch(email)) and local not in ROLE_MAILBOXES
