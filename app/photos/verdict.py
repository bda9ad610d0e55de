"""What the server says of a photo it was sent."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.web.language import N_, Language


@dataclass(frozen=True, slots=True)
class PhotoVerdict:
    """recorded or known: the server holds it. refused: the phone must keep it."""

    verdict: str
    reason: str = ""

    @property
    def status(self) -> int:
        return 404 if self.reason == "capture_missing" else 200


def refused(reason: str) -> PhotoVerdict:
    return PhotoVerdict("refused", reason)


SENTENCES = {
    "too_large": N_("This photo is too large to send."),
    "not_a_picture": N_("This file is no picture that can be shown (JPEG, PNG or WebP)."),
    "too_many": N_("This visitor has many photos already. Please throw one away."),
    "other_photo": N_("Another photo was sent under this one's number. This one is kept here."),
    "capture_missing": N_("The visitor of this photo has not reached the server."),
}


def as_json(
    said: PhotoVerdict, capture_id: UUID, photo_id: UUID, language: Language
) -> dict[str, Any]:
    """A verdict as the phone reads it."""
    return {
        "capture_id": str(capture_id),
        "photo_id": str(photo_id),
        "verdict": said.verdict,
        "reason": said.reason,
        "message": language.gettext(SENTENCES[said.reason]) if said.reason else "",
    }
