"""A phone at the booth: captures as it sends them."""

from base64 import b64encode
from datetime import datetime
from typing import Any
from uuid import UUID

from starlette.testclient import TestClient

from app.kit.clock import now
from app.kit.ids import new_id
from tests import cast
from tests.cast import Person

AIKO = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Mori;Aiko;;;\r\nFN:Aiko Mori\r\nORG:Mori KK\r\n"
    "TITLE:Buyer\r\nTEL;TYPE=CELL:+81 90 1234 5678\r\nEMAIL:aiko@mori.example\r\n"
    "UID:R-1001\r\nEND:VCARD"
)


def capture(payload: str | bytes | None = AIKO, **changed: Any) -> dict[str, Any]:
    """A capture by Sam at Canton 2026 of the badge `payload`, with what is `changed`."""
    raw = payload.encode() if isinstance(payload, str) else payload
    sent = {
        "capture_id": str(new_id()),
        "show_id": str(cast.CANTON),
        "member_id": str(cast.SAM.member_id),
        "captured_at": now().isoformat(),
        "source": "typed" if raw is None else "camera",
        "payload_b64": None if raw is None else b64encode(raw).decode(),
    }
    return sent | {name: _plain(value) for name, value in changed.items()}


def sync(
    browser: TestClient, *captures: Any, device_time: datetime | None = None
) -> list[dict[str, Any]]:
    """Send captures; their verdicts."""
    answer = browser.post("/captures/sync", json=batch(*captures, device_time=device_time))
    assert answer.status_code == 200, answer.text
    verdicts: list[dict[str, Any]] = answer.json()["verdicts"]
    return verdicts


def batch(*captures: Any, device_time: datetime | None = None) -> dict[str, Any]:
    return {"device_time": (device_time or now()).isoformat(), "captures": list(captures)}


def chips(*kinds: str) -> list[dict[str, str]]:
    return [{"kind": kind, "chip_id": str(cast.CHIPS[kind])} for kind in kinds]


def _plain(value: Any) -> Any:
    if isinstance(value, Person):
        return str(value.member_id)
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
