"""Why somebody should look at a lead, in words."""

from app.web.language import N_, Language

REASONS = {
    "unknown_show": N_(
        "The show of this capture is not known here. It is kept; please look at it."
    ),
    "payload_too_long": N_("The code on this badge is too long. Its beginning is kept."),
    "nothing_entered": N_("Nothing is known about this visitor yet."),
    "photo_to_read": N_("A photo was taken. Please read it and fill in who it is."),
    "product": N_("This looks like a product code, not a badge."),
    "needs_directory": N_(
        "This badge holds only a number. The organiser's list will name the visitor."
    ),
    "needs_key": N_("This badge is encrypted. The organiser's key or list will name the visitor."),
    "unreadable": N_("This badge cannot be read yet. Its content is kept."),
}


def look_in_words(reason: str, language: Language) -> str:
    """The reason as a sentence; empty for none."""
    return language.gettext(REASONS.get(reason, reason)) if reason else ""
