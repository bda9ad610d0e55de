"""Saying no: a use case that cannot be, and where on the form to say why."""

from datetime import datetime

from app.web.language import N_


class Refused(Exception):
    """A use case that cannot be: `field` is where on the form, `message` an English sentence.

    Raise it out of `database.writing()`: then nothing of the use case is kept.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(field, message)
        self.field = field
        self.message = message


class NameTaken(Refused):
    """Somebody of this name is there already; whoever joins may confirm that they are another."""

    def __init__(self) -> None:
        super().__init__("name", N_("Somebody of this name is in the team already."))


class TooManyTries(Refused):
    """Wrong passwords came too fast; the next is looked at from `free_at` on."""

    def __init__(self, free_at: datetime) -> None:
        super().__init__("form", N_("There were too many tries."))
        self.free_at = free_at
