"""What a server holds of a show, read back for the judge: captures, ledger, leads, export."""

import csv
import re
from base64 import b64encode
from collections import Counter, defaultdict
from io import StringIO
from typing import Any
from uuid import UUID

import httpx
from sqlmodel import Session, select

from app.capture.models import Capture, CaptureConflict
from app.db import Database
from app.leads.ledger import Line
from app.leads.models import Interaction, Lead, LeadAtShow, LeadKey
from app.shows.models import Show
from app.tagging.dimensions.behaviour import warmth
from app.tagging.ledger import facts_of
from app.tagging.policy import DEFAULT

Frame = dict[str, Any]
MARK = re.compile(r"\[[0-9a-f-]{36}\]")  # every note of a simulation carries its capture's id


async def ledger_of_show(
    database: Database, client: httpx.AsyncClient, show_id: str, token: str
) -> Frame:
    with database.reading() as session:
        show = session.exec(select(Show).where(Show.id == UUID(show_id))).one()
        held = {
            "captures": _captures(session, show),
            "conflicts": _conflicts(session, show),
            "entries": _entries(session, show),
            "people": _people(session, show),
            "untrue": untrue_leads(session, show),
        }
    return held | await _exported(client, show_id, token)


def _captures(session: Session, show: Show) -> list[Frame]:
    found = session.exec(select(Capture).where(Capture.exhibitor_id == show.exhibitor_id))
    return [
        {
            "capture_id": str(each.id),
            "body": each.body,
            "payload_b64": b64encode(each.payload).decode(),
            "member_id": str(each.member_id),
            "has_lead": each.lead_id is not None,
        }
        for each in found
    ]


def _conflicts(session: Session, show: Show) -> list[str]:
    found = session.exec(
        select(CaptureConflict.capture_id).where(CaptureConflict.exhibitor_id == show.exhibitor_id)
    )
    return [str(capture_id) for capture_id in found]


def _entries(session: Session, show: Show) -> dict[str, Frame]:
    """The ledger by capture: how many entries, and when it says they happened."""
    found: dict[str, Frame] = {}
    for entry in session.exec(select(Interaction).where(Interaction.show_id == show.id)):
        at = entry.at.timestamp() * 1000
        kept = found.setdefault(str(entry.capture_id), {"count": 0, "at": at})
        kept["count"] += 1
    return found


def _people(session: Session, show: Show) -> int:
    return len(session.exec(select(LeadAtShow).where(LeadAtShow.show_id == show.id)).all())


def untrue_leads(session: Session, show: Show) -> list[str]:
    """Leads that do not say what their ledger says."""
    lines: dict[UUID, list[Line]] = defaultdict(list)
    of_exhibitor = Interaction.exhibitor_id == show.exhibitor_id
    for each in session.exec(select(Interaction).where(of_exhibitor)):
        line = Line(each.kind, each.at, each.on_day, each.count, each.note)
        lines[each.lead_id].append(line)
    leads = session.exec(select(Lead).where(Lead.exhibitor_id == show.exhibitor_id)).all()
    known = session.exec(select(LeadKey.lead_id).where(LeadKey.exhibitor_id == show.exhibitor_id))
    met = {lead_id for lead_id in known if lead_id not in lines}
    return [str(lead.id) for lead in leads if not _is_true(lead, lines[lead.id])] + [
        str(lead_id) for lead_id in met
    ]


def _is_true(lead: Lead, ledger: list[Line]) -> bool:
    if not ledger:
        return False
    found = warmth(facts_of(ledger), DEFAULT)
    same_heat = abs((lead.heat or 0.0) - (found.heat or 0.0)) < 1e-6
    return (
        same_heat
        and lead.first_met_at == min(line.at for line in ledger)
        and lead.last_met_at == max(line.at for line in ledger)
    )


async def _exported(client: httpx.AsyncClient, show_id: str, token: str) -> Frame:
    """The CSV file as sales take it away, read back: how often it holds each capture's mark."""
    answer = await client.get(
        "/exports/leads.csv", params={"show": show_id}, headers={"Cookie": f"sign_in={token}"}
    )
    answer.raise_for_status()
    rows = list(csv.DictReader(StringIO(answer.text.removeprefix("\ufeff"))))
    marks = Counter(mark[1:-1] for row in rows for mark in MARK.findall(row["Notes"]))
    return {"exported": marks, "rows": len(rows)}
