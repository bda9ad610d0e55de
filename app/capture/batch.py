"""A batch as it arrives: JSON to single captures, each with its own verdict."""

import json
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from math import isfinite
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from app.capture.forms import BatchForm, CaptureForm
from app.capture.packing import is_packed, unpacked

LARGEST_PAYLOAD = 8192
LARGEST_BATCH = 50
LARGEST_BODY = 64 * 1024


class Malformed(Exception):
    """The request is no batch: not JSON, or without device_time or captures."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A capture that cannot be stored as it is. The phone keeps it and shows why."""

    capture_id: str | None
    reason: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """A capture that can be stored: its form, its raw bytes and its body as it was sent.

    `body` lacks the payload, which is stored beside it; `sha256` covers all that was sent.
    """

    form: CaptureForm
    payload: bytes
    body: Mapping[str, Any]
    sha256: str
    payload_length: int


def read_batch(body: bytes) -> tuple[BatchForm, list[Sent | Refusal]]:
    """The batch and its captures in their order. Raises Malformed."""
    try:
        batch = BatchForm.model_validate(_json(unpacked(body) if is_packed(body) else body))
    except (ValueError, RecursionError) as problem:
        raise Malformed from problem
    return batch, [_read(raw, place) for place, raw in enumerate(batch.captures)]


def skew_of(batch: BatchForm, received_at: datetime) -> timedelta:
    """How far the phone's clock is behind ours; what was captured is moved by it."""
    return received_at - batch.device_time


def _json(body: bytes) -> Any:
    try:
        return from_json(body, allow_inf_nan=False)
    except ValueError:
        # A note cut in the middle of an emoji holds half a character, which a strict parser
        # refuses. One such note must not hold up its batch.
        return _without_halves(json.loads(body.decode("utf-8", "replace"), parse_constant=str))


def _without_halves(value: Any) -> Any:
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_without_halves(item) for item in value]
    if isinstance(value, dict):
        return {_without_halves(name): _without_halves(item) for name, item in value.items()}
    return value


def _read(raw: Any, place: int) -> Sent | Refusal:
    if not isinstance(raw, dict):
        return Refusal(None, "not_a_capture")
    capture_id = raw["capture_id"] if isinstance(raw.get("capture_id"), str) else None
    if place >= LARGEST_BATCH:
        return Refusal(capture_id, "batch_limit")
    canonical = json.dumps(raw, sort_keys=True, ensure_ascii=False)
    if len(canonical) - len(str(raw.get("payload_b64"))) > LARGEST_BODY:
        return Refusal(capture_id, "too_large")
    try:
        form = CaptureForm.model_validate(raw)
        payload = b64decode(form.payload_b64 or "", validate=True)
    except ValidationError as problem:
        return Refusal(capture_id, "invalid", ".".join(map(str, problem.errors()[0]["loc"])))
    except (Base64Error, ValueError):
        return Refusal(capture_id, "invalid", "payload_b64")
    return Sent(
        form,
        payload[:LARGEST_PAYLOAD],
        _body(raw, payload, "\\u0000" in canonical),
        sha256(canonical.encode()).hexdigest(),
        len(payload),
    )


def _body(raw: dict[str, Any], payload: bytes, has_nul: bool) -> Mapping[str, Any]:
    body = {name: value for name, value in raw.items() if name != "payload_b64"}
    if len(payload) > LARGEST_PAYLOAD:
        body["payload_cut"] = {"length": len(payload), "sha256": sha256(payload).hexdigest()}
    return _without_nul(body) if has_nul else body


def _without_nul(value: Any) -> Any:
    """PostgreSQL's JSON cannot hold the character U+0000."""
    if isinstance(value, str):
        return value.replace("\x00", "\ufffd")
    if isinstance(value, list):
        return [_without_nul(item) for item in value]
    if isinstance(value, dict):
        return {_without_nul(name): _without_nul(item) for name, item in value.items()}
    return value
