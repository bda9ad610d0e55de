"""Recording captures: stored unchanged, put to their lead, tagged; all in one commit."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, update
from sqlalchemy.dialects import postgresql, sqlite

from app.capture import gathering, queries, rows
from app.capture.arrival import Arrival
from app.capture.models import Capture, CaptureConflict
from app.capture.naming import named, numbers_in
from app.capture.verdict import Verdict
from app.consent.models import Consent
from app.db import LostRace, insert_rows, update_rows
from app.directory.queries import wearers
from app.kit.ids import new_id
from app.leads.models import FollowUp, Interaction, Lead, LeadAtShow, LeadEdit, LeadKey
from app.qualifiers.models import Answer

Row = dict[str, Any]
AddTo = tuple[UUID, UUID]


@dataclass(slots=True)
class Plan:
    """What a set of captures will write, gathered before anything is written."""

    verdicts: dict[int, Verdict] = field(default_factory=dict)
    new: list[Arrival] = field(default_factory=list)
    lead_of: dict[AddTo, UUID] = field(default_factory=dict)
    fresh_keys: dict[tuple[UUID, str], UUID] = field(default_factory=dict)
    fresh_leads: dict[UUID, Arrival] = field(default_factory=dict)
    conflicts: list[Arrival] = field(default_factory=list)


def record(connection: Connection, arrivals: Sequence[Arrival]) -> list[Verdict]:
    """Write a set of captures of any exhibitors; one verdict for each, in their order.

    Repeatable: a capture that is stored already is answered and changes nothing. Two writers
    at once are told apart by the database's constraints: the loser's set fails whole and is
    written again.
    """
    plan = Plan()
    exhibitors = {arrival.actor.exhibitor_id for arrival in arrivals}
    if numbers := numbers_in(arrivals):
        known = wearers(connection, exhibitors, numbers)
        arrivals = [named(arrival, known) for arrival in arrivals]
    _sort_out_repeats(connection, plan, exhibitors, arrivals)
    _find_leads(connection, plan, exhibitors)
    leads = _grow_leads(connection, plan, exhibitors)
    _write_captures(connection, plan)
    for place, arrival in enumerate(arrivals):
        lead = leads.get(plan.lead_of.get(arrival.identity) or new_id())
        plan.verdicts.setdefault(place, _verdict_of_new(arrival, lead))
    return [plan.verdicts[place] for place in range(len(arrivals))]


def _sort_out_repeats(
    connection: Connection, plan: Plan, exhibitors: set[UUID], arrivals: Sequence[Arrival]
) -> None:
    ids = {arrival.form.capture_id for arrival in arrivals}
    ids |= {arrival.form.adds_to for arrival in arrivals if arrival.form.adds_to}
    stored = queries.captures_known(connection, exhibitors, ids)
    plan.lead_of = {identity: lead for identity, (_, lead) in stored.items() if lead}
    known = {identity: sha256 for identity, (sha256, _) in stored.items()}
    for place, arrival in enumerate(arrivals):
        before = known.get(arrival.identity)
        if before is None and _comes_too_early(arrival, known):
            plan.verdicts[place] = Verdict("refused", "earlier_missing")
        elif before is None:
            known[arrival.identity] = arrival.sent.sha256
            plan.new.append(arrival)
        elif before == arrival.sent.sha256:
            plan.verdicts[place] = Verdict("known")
        else:
            plan.verdicts[place] = Verdict("conflict", "other_body")
            plan.conflicts.append(arrival)


def _comes_too_early(arrival: Arrival, known: dict[AddTo, str]) -> bool:
    """An addition to a capture that is still on the phone: it waits there too."""
    earlier = arrival.form.adds_to
    return earlier is not None and (arrival.actor.exhibitor_id, earlier) not in known


def _find_leads(connection: Connection, plan: Plan, exhibitors: set[UUID]) -> None:
    keys = {key for arrival in plan.new for key in arrival.keys}
    known = queries.leads_with_keys(connection, exhibitors, keys)
    for arrival in plan.new:
        if arrival.reason == "unknown_show" and not arrival.form.adds_to:
            continue
        lead_id = _lead_added_to(plan, arrival) or _lead_by_key(known, arrival)
        if lead_id is None:
            lead_id = new_id()
            plan.fresh_leads[lead_id] = arrival
        plan.lead_of[arrival.identity] = lead_id
        for key in arrival.keys:
            owned_key = (arrival.actor.exhibitor_id, key)
            if owned_key not in known:
                known[owned_key] = plan.fresh_keys[owned_key] = lead_id


def _lead_added_to(plan: Plan, arrival: Arrival) -> UUID | None:
    earlier = arrival.form.adds_to
    return plan.lead_of.get((arrival.actor.exhibitor_id, earlier)) if earlier else None


def _lead_by_key(known: dict[tuple[UUID, str], UUID], arrival: Arrival) -> UUID | None:
    found = (known.get((arrival.actor.exhibitor_id, key)) for key in arrival.keys)
    return next((lead for lead in found if lead), None)


def _grow_leads(connection: Connection, plan: Plan, exhibitors: set[UUID]) -> dict[UUID, Row]:
    by_lead: dict[UUID, list[Arrival]] = defaultdict(list)
    for arrival in plan.new:
        if lead_id := plan.lead_of.get(arrival.identity):
            by_lead[lead_id].append(arrival)
    met_before = sorted(set(by_lead) - set(plan.fresh_leads))
    before = queries.leads_locked(connection, exhibitors, met_before)
    if any(lead["merged_into_id"] for lead in before.values()):
        raise LostRace  # merged between being found by its key and being locked
    ledgers = queries.ledgers(connection, exhibitors, met_before)
    grown: dict[UUID, Row] = {}
    edits: list[Row] = []
    for lead_id, arrivals in by_lead.items():
        first = plan.fresh_leads.get(lead_id)
        lead = gathering.new_lead(lead_id, first) if first else before[lead_id]
        grown[lead_id], changes = gathering.grown(lead, arrivals, ledgers.get(lead_id, ()))
        if not first:
            edits += [rows.edit_row(arrival, lead_id, changed) for arrival, changed in changes]
    insert_rows(connection, Lead, [grown[lead_id] for lead_id in plan.fresh_leads])
    _update_leads(connection, [grown[lead_id] for lead_id in met_before])
    _write_keys(connection, plan)
    _write_at_shows(connection, by_lead, grown)
    insert_rows(connection, LeadEdit, edits)
    return grown


def _write_keys(connection: Connection, plan: Plan) -> None:
    fresh = sorted(plan.fresh_keys.items(), key=lambda item: (item[0][1], item[0][0]))
    insert_rows(
        connection,
        LeadKey,
        [{"exhibitor_id": who, "key": key, "lead_id": lead} for (who, key), lead in fresh],
    )


def _update_leads(connection: Connection, leads: list[Row]) -> None:
    update_rows(connection, Lead, leads)
    for lead in leads:
        connection.execute(
            update(LeadAtShow)
            .where(LeadAtShow.lead_id == lead["id"])
            .values(active_until=lead["active_until"], potential_until=lead["potential_until"])
        )


def _write_at_shows(
    connection: Connection, by_lead: dict[UUID, list[Arrival]], leads: dict[UUID, Row]
) -> None:
    met: dict[tuple[UUID, UUID], list[Arrival]] = defaultdict(list)
    for lead_id, arrivals in by_lead.items():
        for arrival in arrivals:
            if arrival.show:
                met[lead_id, arrival.show.id].append(arrival)
    values = [rows.at_show_row(arrivals, leads[lead_id]) for (lead_id, _), arrivals in met.items()]
    insert_rows(connection, LeadAtShow, values, conflict=AT_SHOW[connection.dialect.name])


def _write_captures(connection: Connection, plan: Plan) -> None:
    captures, ledger, answers, consents, steps = [], [], [], [], []
    for arrival in plan.new:
        lead_id = plan.lead_of.get(arrival.identity)
        captures.append(rows.capture_row(arrival, lead_id, arrival.reason))
        if lead_id:
            ledger += rows.interaction_rows(arrival, lead_id)
            answers += rows.answer_rows(arrival, lead_id)
            consents += rows.consent_rows(arrival, lead_id)
            steps += rows.follow_up_rows(arrival, lead_id)
    insert_rows(connection, Capture, captures)
    insert_rows(connection, Interaction, ledger)
    insert_rows(connection, Answer, answers)
    insert_rows(connection, Consent, consents)
    insert_rows(connection, FollowUp, steps)
    for arrival in plan.conflicts:
        connection.execute(CONFLICT[connection.dialect.name], rows.conflict_row(arrival))


def _verdict_of_new(arrival: Arrival, lead: Row | None) -> Verdict:
    shown = {name: lead[name] for name in ("id", "name", "company")} if lead else None
    if arrival.reason and not (lead and not lead["needs_look"]):
        return Verdict("parked", arrival.reason, lead=shown)
    return Verdict("recorded", lead=shown)


# Met again at the same show: the earliest and the latest meeting stay true in any order.
AT_SHOW = {
    dialect: f"""ON CONFLICT (show_id, lead_id) DO UPDATE SET
        first_met_at = {least}(lead_at_show.first_met_at, excluded.first_met_at),
        last_met_at = {most}(lead_at_show.last_met_at, excluded.last_met_at),
        active_until = excluded.active_until,
        potential_until = excluded.potential_until"""
    for dialect, least, most in (("sqlite", "min", "max"), ("postgresql", "least", "greatest"))
}
CONFLICT = {
    name: dialect.insert(CaptureConflict).on_conflict_do_nothing()
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}
