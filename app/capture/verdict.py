"""What the server says of each capture it was sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.leads.looking import REASONS
from app.web.language import N_, Language


@dataclass(frozen=True, slots=True)
class Verdict:
    """recorded, known, conflict, parked or erased: the server holds it. refused: the phone must."""

    verdict: str
    reason: str = ""
    field: str = ""
    lead: Mapping[str, Any] | None = None


SENTENCES = REASONS | {
    "other_body": N_(
        "This was sent before with other content. Both are kept; please compare them."
    ),
    "earlier_missing": N_("This adds to a capture that has not been sent yet. It will follow it."),
    "batch_limit": N_("Too many at once. This one goes with the next batch."),
    "too_large": N_("This capture is too large to send. Please shorten the note."),
    "invalid": N_("This capture cannot be read (%(field)s). Please check it and save it again."),
    "unopenable": N_("This copy is damaged, or was kept for another exhibitor."),
    "not_a_capture": N_("This is not a capture."),
    "unexpected": N_("Something went wrong on the server. The capture stays on this phone."),
}


def reason_in_words(reason: str, language: Language, field: str = "") -> str:
    """The reason of a verdict as a sentence; empty for none."""
    if not reason:
        return ""
    return (
        language.gettext(SENTENCES[reason], field=field)
        if field
        else language.gettext(SENTENCES[reason])
    )


def as_json(
    verdict: Verdict, place: int, capture_id: str | None, language: Language
) -> dict[str, Any]:
    """A verdict as the phone reads it."""
    lead = verdict.lead
    return {
        "index": place,
        "capture_id": capture_id,
        "verdict": verdict.verdict,
        "reason": verdict.reason,
        "message": reason_in_words(verdict.reason, language, verdict.field),
        "lead": lead
        and {
            "id": str(lead["id"]),
            "name": lead["name"],
            "company": lead["company"],
            "url": f"/leads/{lead['id']}",
        },
    }
