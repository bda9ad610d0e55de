"""A stored capture read once more, and what a lead is by the captures that stand."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, Protocol
from uuid import UUID

from app.capture.batch import Sent
from app.capture.forms import CaptureForm
from app.leads.person import Fields, completed, corrected, nobody


class Read(Protocol):
    """What a capture says of a person, and when."""

    @property
    def at(self) -> Any: ...
    @property
    def learned(self) -> Mapping[str, Any]: ...
    @property
    def typed(self) -> Mapping[str, Any]: ...


def sent_again(body: Mapping[str, Any], payload: bytes, capture_id: UUID, **changed: Any) -> Sent:
    """The body as a phone would send it under this id, with what a person changed."""
    whole = {**body, **changed, "capture_id": str(capture_id)}
    coded = b64encode(payload).decode() if payload else None
    canonical = json.dumps(whole | {"payload_b64": coded}, sort_keys=True, ensure_ascii=False)
    form = CaptureForm.model_validate(whole | {"payload_b64": coded})
    cut = body.get("payload_cut") or {}
    length = cut.get("length", len(payload))
    return Sent(form, payload, whole, sha256(canonical.encode()).hexdigest(), length)


def known_by(arrivals: Iterable[Read]) -> Fields:
    """A lead's fields as these captures alone make them."""
    fields = nobody()
    for arrival in sorted(arrivals, key=lambda each: each.at):
        fields = corrected(completed(fields, arrival.learned), arrival.typed)
    return fields


def is_somebody_else(keys: Iterable[str], before: Iterable[str]) -> bool:
    """Whether two versions of a capture are surely of two people: each has keys, none the same."""
    mine, theirs = set(keys), set(before)
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)
