"""The kinds of interaction: everything that can happen with a visitor, at the booth and after."""

from dataclasses import dataclass

from app.web.language import N_


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: its key in the ledger, its name, its icon, and where staff may choose it."""

    key: str
    name: str
    icon: str
    at_booth: bool = False
    after_show: bool = False


KINDS = {
    kind.key: kind
    for kind in (
        Kind("scan", N_("Badge scanned"), "scan-line"),
        Kind("met", N_("Met at the booth"), "user-plus"),
        Kind("conversation", N_("Conversation"), "messages-square", True, True),
        Kind("demo", N_("Demo"), "play", True, True),
        Kind("sample", N_("Sample"), "package", True, True),
        Kind("brochure", N_("Brochure"), "file-text", True, True),
        Kind("price", N_("Asked price"), "tag", True, True),
        Kind("quote", N_("Quote sent"), "file-check", False, True),
        Kind("meeting_booked", N_("Meeting booked"), "calendar-plus", True, True),
        Kind("meeting_held", N_("Meeting held"), "handshake", True, True),
        Kind("order", N_("Order"), "shopping-cart", True, True),
        Kind("complaint", N_("Complaint"), "circle-alert", True, True),
        Kind("answer", N_("Questions answered"), "list-checks"),
        Kind("rated_hot", N_("Rated hot"), "flame"),
        Kind("rated_warm", N_("Rated warm"), "sun"),
        Kind("rated_cold", N_("Rated cold"), "snowflake"),
        Kind("interest", N_("Interested in"), "star"),
        Kind("note", N_("Note"), "pencil", False, True),
        Kind("email_sent", N_("E-mail sent"), "send", False, True),
        Kind("email_answered", N_("E-mail answered"), "mail-check", False, True),
        Kind("call_reached", N_("Call answered"), "phone", False, True),
        Kind("call_missed", N_("Call not answered"), "phone-missed", False, True),
        Kind("site_visit", N_("Site visit"), "map-pin", False, True),
    )
}

BOOTH_KINDS = tuple(kind for kind in KINDS.values() if kind.at_booth)
LATER_KINDS = tuple(kind for kind in KINDS.values() if kind.after_show)
FIRST_CHIPS = ("demo", "sample", "brochure", "price", "meeting_booked")


def kind_of(key: str) -> Kind:
    """The kind with this key; one we do not know keeps its key as its name."""
    return KINDS.get(key) or Kind(key, key, "circle")
