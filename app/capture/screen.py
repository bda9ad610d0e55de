"""What the capture screen is set up with, as data for its page and its scripts."""

from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from app.accounts.actor import Actor
from app.capture.batch import LARGEST_BATCH
from app.shows.kinds import kind_of
from app.web.language import Language


class Named(Protocol):
    """A product or a colleague."""

    id: UUID
    name: str


class Show(Named, Protocol):
    booth: str
    time_zone: str
    starts_on: date
    ends_on: date
    badge_mapping: dict[str, Any] | None


class Chip(Protocol):
    id: UUID
    kind: str
    label: str


class Qualifier(Protocol):
    id: UUID
    question: str
    kind: str
    options: list[str]
    is_required: bool


class Wording(Protocol):
    id: UUID
    version: int
    text_en: str
    text_zh: str


def setup_of(
    actor: Actor,
    show: Show,
    *,
    chips: Sequence[Chip],
    products: Sequence[Named],
    qualifiers: Sequence[Qualifier],
    colleagues: Sequence[Named],
    wording: Wording | None,
    public_key: bytes,
    directory: UUID | None,
    language: Language,
) -> dict[str, Any]:
    """Everything but a lead: this may be kept on the phone."""
    return {
        "show": {
            "id": str(show.id),
            "name": show.name,
            "booth": show.booth,
            "time_zone": show.time_zone,
            "starts_on": show.starts_on.isoformat(),
            "ends_on": show.ends_on.isoformat(),
            "mapping": show.badge_mapping,
        },
        "member": {"id": str(actor.member_id), "name": actor.name},
        "chips": [_chip(chip, language) for chip in chips],
        "products": [{"id": str(product.id), "name": product.name} for product in products],
        "qualifiers": [_qualifier(qualifier) for qualifier in qualifiers],
        "colleagues": [{"id": str(member.id), "name": member.name} for member in colleagues],
        "wording": _wording(wording, language),
        "directory": _directory(show, directory),
        "sealing_key": b64encode(public_key).decode(),
        "language": language.tag,
        "batch_limit": LARGEST_BATCH,
        "urls": {"sync": "/captures/sync", "read": "/badges/read", "list": "/captures"},
    }


def _directory(show: Show, version: UUID | None) -> dict[str, str] | None:
    """Where the phone fetches the organiser's list, and whether it has to."""
    if version is None:
        return None
    return {"url": f"/shows/{show.id}/directory/copy", "version": str(version)}


def _chip(chip: Chip, language: Language) -> dict[str, str]:
    kind = kind_of(chip.kind)
    label = chip.label or language.gettext(kind.name)
    return {"id": str(chip.id), "kind": chip.kind, "label": label, "icon": kind.icon}


def _qualifier(qualifier: Qualifier) -> dict[str, Any]:
    return {
        "id": str(qualifier.id),
        "question": qualifier.question,
        "kind": qualifier.kind,
        "options": qualifier.options,
        "required": qualifier.is_required,
    }


def _wording(wording: Wording | None, language: Language) -> dict[str, Any] | None:
    if wording is None:
        return None
    text = wording.text_zh if language.tag == "zh-Hans" else wording.text_en
    return {"id": str(wording.id), "version": wording.version, "text": text}
