"""Leads that the desk's tests work with: visitors met at Canton, as the phone sent them."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlmodel import select
from starlette.testclient import TestClient

from app.db import Database
from app.leads.models import FollowUp, Interaction, Lead, LeadAtShow, LeadKey
from tests.phone import capture, sync


def met(
    browser: TestClient, name: str = "", company: str = "", badge: str = "", **captured: Any
) -> UUID:
    """A visitor met: by a badge with a number, or typed by hand. The lead's id."""
    payload = f"MECARD:N:{name};ORG:{company};NOTE:;UID:{badge};;" if badge and name else badge
    fields = {"name": name, "company": company} if not badge else {}
    email = captured.pop("email", "")
    fields |= {"email": email} if email else {}
    (verdict,) = sync(browser, capture(payload or None, fields=fields, **captured))
    return UUID(verdict["lead"]["id"])


def lead_now(database: Database, lead_id: UUID) -> Lead:
    with database.reading() as session:
        return session.exec(select(Lead).where(Lead.id == lead_id)).one()


def ledger_now(database: Database, lead_id: UUID) -> list[Interaction]:
    with database.reading() as session:
        found = select(Interaction).where(Interaction.lead_id == lead_id)
        return sorted(session.exec(found), key=lambda line: line.id)


def steps_now(database: Database, lead_id: UUID) -> list[FollowUp]:
    with database.reading() as session:
        return list(session.exec(select(FollowUp).where(FollowUp.lead_id == lead_id)))


def everything_of(database: Database, lead_id: UUID) -> dict[str, Any]:
    """All that a lead is and has, to be compared before and after."""
    lead = lead_now(database, lead_id).model_dump(exclude={"changed_at"})
    with database.reading() as session:
        shows = session.exec(select(LeadAtShow).where(LeadAtShow.lead_id == lead_id)).all()
        keys = session.exec(select(LeadKey).where(LeadKey.lead_id == lead_id)).all()
    return {
        **lead,
        "ledger": [line.id for line in ledger_now(database, lead_id)],
        "steps": [step.id for step in steps_now(database, lead_id)],
        "shows": sorted((row.model_dump() for row in shows), key=str),
        "keys": sorted(key.key for key in keys),
    }


def at(day: int, hour: int = 10) -> datetime:
    """A moment in October 2026, when Canton is."""
    return datetime(2026, 10, day, hour, tzinfo=UTC)
