"""Captures that came twice with different content, and how they are settled."""

from typing import Any
from uuid import UUID

from httpx import Response
from sqlmodel import select
from starlette.testclient import TestClient

from app.capture.models import Capture, CaptureConflict
from app.db import Database
from app.leads.models import Interaction, Lead
from tests import cast
from tests.phone import chips, sync

BOB = "MECARD:N:Bob Stone;ORG:Stone Ltd;UID:R-2002;;"
FIRST: dict[str, Any] = {
    "fields": {"name": "Aiko Wrong", "email": "wrong@mori.example"},
    "rating": "hot",
    "interactions": chips("demo"),
    "note": "not so",
    "answers": {str(cast.ROLE_QUESTION): "Decides"},
    "next_step": {"what": "Send the wrong quote"},
    "consent": {"wording_id": str(cast.WORDING), "given": True, "language": "en"},
}
SECOND: dict[str, Any] = {
    "fields": {"name": "Aiko Right"},
    "rating": "cold",
    "interactions": chips("sample"),
    "note": "this is so",
    "answers": {},
    "next_step": None,
    "consent": None,
}


def twice(phone: TestClient, first: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """Send a capture, then another body under the same id, which is the answer."""
    second = {**first, **changed}
    verdicts = [verdict["verdict"] for sent in (first, second) for verdict in sync(phone, sent)]
    assert verdicts[1] == "conflict"
    return second


def choose(browser: TestClient, sent: dict[str, Any], choice: str, database: Database) -> Response:
    conflict = conflict_of(database, sent)
    chosen = {"conflict_id": str(conflict.id), "choice": choice}
    answer: Response = browser.post(f"/captures/{sent['capture_id']}/conflict", data=chosen)
    return answer


def settle(browser: TestClient, sent: dict[str, Any], **form: str) -> Response:
    answer: Response = browser.post(f"/captures/{sent['capture_id']}/settlement", data=form)
    return answer


def conflict_of(database: Database, sent: dict[str, Any]) -> CaptureConflict:
    with database.reading() as session:
        found = select(CaptureConflict).where(
            CaptureConflict.capture_id == UUID(sent["capture_id"])
        )
        return session.exec(found).one()


def captures(database: Database) -> list[Capture]:
    """All there are, those that another stands for left out."""
    with database.reading() as session:
        return list(session.exec(select(Capture).where(Capture.state != "replaced")))


def capture_now(database: Database, sent: dict[str, Any]) -> Capture:
    with database.reading() as session:
        return session.exec(select(Capture).where(Capture.id == UUID(sent["capture_id"]))).one()


def leads(database: Database) -> list[Lead]:
    """Those that are listed."""
    with database.reading() as session:
        found = select(Lead).where(Lead.merged_into_id == None)  # noqa: E711
        return list(session.exec(found))


def rows_of(database: Database, table: Any, lead: Lead) -> list[Any]:
    with database.reading() as session:
        return list(session.exec(select(table).where(table.lead_id == lead.id)))


def kinds(database: Database, lead: Lead) -> list[str]:
    return sorted(line.kind for line in rows_of(database, Interaction, lead))
