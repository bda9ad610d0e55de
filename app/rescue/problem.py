"""Why a rescue file cannot be taken in."""

from app.web.language import N_, Language

SENTENCES = {
    "no_rescue_file": N_("This is no rescue file of Showfloor."),
    "cut": N_("This file is cut off: its end is missing. Please send it once more."),
    "damaged": N_("This file has changed on its way. Please send it once more."),
    "newer": N_("This file comes from a newer Showfloor. Please update this one."),
    "wrong_passphrase": N_("This is not the passphrase of the file."),
    "other_exhibitor": N_("This file belongs to another exhibitor."),
    "needs_passphrase": N_("This file is locked with a passphrase: open it on a phone."),
    "not_our_key": N_("This file is sealed with a key that this server does not have."),
}


class Unreadable(Exception):
    """The whole file is left alone: nothing of it is taken in."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def in_words(self, language: Language) -> str:
        return language.gettext(SENTENCES[self.reason])
