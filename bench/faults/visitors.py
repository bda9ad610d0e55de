"""Captures as a phone makes them, for benches that need no hands."""

from base64 import b64encode
from datetime import UTC, datetime
from typing import Any

from app.kit.ids import new_id
from bench.stage import Stage

ENTRIES = 3  # each makes in the ledger: the meeting, a demo, a rating


def capture_of(stage: Stage, person: int) -> dict[str, Any]:
    """A badge scanned, with a rating, a chip and a note that carries the capture's id."""
    capture_id = str(new_id())
    badge = (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Weber{person};Anna;;;\r\nFN:Anna Weber{person}\r\n"
        "ORG:Brückner Maschinenbau GmbH\r\nTITLE:Head of Procurement\r\n"
        f"TEL;TYPE=CELL:+49891{person:07d}\r\n"
        f"EMAIL:anna.weber{person}@brueckner.example\r\nUID:R-{person}\r\nEND:VCARD"
    )
    return {
        "capture_id": capture_id,
        "show_id": str(stage.show_id),
        "member_id": str(stage.member_id),
        "captured_at": datetime.now(UTC).isoformat(),
        "source": "camera",
        "symbology": "qr_code",
        "payload_b64": b64encode(badge.encode()).decode(),
        "adds_to": None,
        "fields": {},
        "rating": "warm",
        "interactions": [{"kind": "demo", "chip_id": None}],
        "products": [],
        "answers": {},
        "note": f"Wants the line by spring, replaces two presses. [{capture_id}]",
        "next_step": None,
        "consent": None,
        "photos": [],
    }
