"""Rescue files, made by the very modules that run on phones."""

import json
import subprocess
from base64 import b64encode
from typing import Any
from uuid import UUID

from sqlmodel import select

from app.accounts.models import ExhibitorSeal
from app.accounts.service import make_seal
from app.db import Database
from app.kit.clock import now
from app.kit.ids import new_id
from tests import cast
from tests.architecture.house import ROOT
from tests.pictures import PNG

PASSPHRASE = "7kfp-mohn-grün"


def rescue_file(
    *captures: dict[str, Any],
    photos: tuple[dict[str, Any], ...] = (),
    passphrase: str | None = PASSPHRASE,
    key: bytes = b"",
    exhibitor_id: UUID = cast.KOGYO,
) -> str:
    """The file of a phone on which these captures wait; without a passphrase sealed with `key`."""
    asked = {
        "exhibitorId": str(exhibitor_id),
        "sealingKey": b64encode(key).decode(),
        "passphrase": passphrase,
        "rows": [_row(capture) for capture in captures],
        "photos": photos,
    }
    made = subprocess.run(
        ["node", ROOT / "tests" / "js" / "rescue-file.js"],
        input=json.dumps(asked).encode(),
        capture_output=True,
        check=True,
    )
    return made.stdout.decode()


def photo_of(capture: dict[str, Any], content: bytes = PNG) -> dict[str, Any]:
    return {
        "capture_id": capture["capture_id"],
        "photo_id": str(new_id()),
        "kind": "card",
        "type": "image/png",
        "taken_at": now().isoformat(),
        "owner": "Sam's",
        "tries": 0,
        "bytes_b64": b64encode(content).decode(),
    }


def seal_of_kogyo(database: Database) -> ExhibitorSeal:
    """Kogyo's key pair."""
    with database.writing() as session:
        make_seal(session, cast.KOGYO)
    with database.reading() as session:
        found = select(ExhibitorSeal).where(ExhibitorSeal.exhibitor_id == cast.KOGYO)
        return session.exec(found).one()


def _row(capture: dict[str, Any]) -> dict[str, Any]:
    label = {"name": "Aiko Mori", "company": "Mori KK"}
    return {"capture_id": capture["capture_id"], "capture": capture, "label": label, "saved_at": 1}
