"""When a lead was met, in all and at each show, while two leads become one and two again."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.accounts.actor import Actor
from app.leads.merging import Times, spanning
from app.leads.models import Interaction, Lead, LeadAtShow, Merge
from app.leads.queries import interactions_of_leads, shows_of_leads


def met_as_both(session: Session, actor: Actor, kept: Lead, gone: Lead) -> None:
    """The kept lead was met wherever either was. The other's own rows wait for an undoing."""
    _span_lead(kept, (gone.first_met_at, gone.last_met_at))
    for row in shows_of_leads(session, actor, [gone.id]):
        _span_show(session, actor, kept, row.show_id, (row.first_met_at, row.last_met_at))


def times_kept(session: Session, actor: Actor, lead: Lead) -> dict[str, list[str]]:
    """When a lead was met before a merge, to be put back by `met_as_before`."""
    return {
        "times": [lead.first_met_at.isoformat(), lead.last_met_at.isoformat()],
        "shows": [
            f"{row.show_id} {row.first_met_at.isoformat()} {row.last_met_at.isoformat()}"
            for row in shows_of_leads(session, actor, [lead.id])
        ],
    }


def met_as_before(session: Session, actor: Actor, merge: Merge, *, kept: Lead, gone: Lead) -> None:
    """Each was met as before the merge, and as its own ledger says since."""
    first, last = map(datetime.fromisoformat, merge.moved["times"])
    kept.first_met_at, kept.last_met_at = first, last
    before = dict(map(_show_times, merge.moved["shows"]))
    for row in shows_of_leads(session, actor, [kept.id]):
        if row.show_id in before:
            row.first_met_at, row.last_met_at = before[row.show_id]
        else:
            session.delete(row)
    session.flush()
    for lead in (kept, gone):
        ledger = interactions_of_leads(session, actor, [lead.id])
        _met_since(session, actor, lead, [line for line in ledger if line.created_at > merge.at])


def _show_times(written: str) -> tuple[UUID, Times]:
    show_id, first, last = written.split()
    return UUID(show_id), (datetime.fromisoformat(first), datetime.fromisoformat(last))


def _met_since(session: Session, actor: Actor, lead: Lead, ledger: Iterable[Interaction]) -> None:
    at_shows: dict[UUID, list[datetime]] = defaultdict(list)
    for line in ledger:
        if line.show_id:
            at_shows[line.show_id].append(line.at)
    for show_id, moments in at_shows.items():
        _span_lead(lead, moments)
        _span_show(session, actor, lead, show_id, moments)


def _span_lead(lead: Lead, moments: Iterable[datetime]) -> None:
    times = (lead.first_met_at, lead.last_met_at)
    lead.first_met_at, lead.last_met_at = spanning(times, moments)


def _span_show(
    session: Session, actor: Actor, lead: Lead, show_id: UUID, moments: Iterable[datetime]
) -> None:
    first, last = min(moments), max(moments)
    rows = shows_of_leads(session, actor, [lead.id])
    row = next((known for known in rows if known.show_id == show_id), None)
    if row is None:
        row = LeadAtShow(
            show_id=show_id,
            lead_id=lead.id,
            exhibitor_id=actor.exhibitor_id,
            first_met_at=first,
            last_met_at=last,
        )
    row.first_met_at, row.last_met_at = spanning((row.first_met_at, row.last_met_at), (first, last))
    session.add(row)
    session.flush()
