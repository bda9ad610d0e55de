"""Putting captures to their lead: a new one, or one that grows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.capture.arrival import Arrival
from app.capture.rows import ledger_of
from app.leads.ledger import Line
from app.leads.person import changes_between, completed, corrected, indexed, nobody
from app.tagging.dimensions.behaviour import warmth
from app.tagging.ledger import facts_of
from app.tagging.policy import DEFAULT

Row = dict[str, Any]
Changes = list[tuple[Arrival, dict[str, list[Any]]]]


def new_lead(lead_id: UUID, first: Arrival) -> Row:
    """A lead of whom only is known when and by whom it was met."""
    return {
        "id": lead_id,
        "exhibitor_id": first.actor.exhibitor_id,
        **nobody(),
        "rating": "",
        "needs_look": "",
        "first_met_at": first.at,
        "last_met_at": first.at,
        "merged_into_id": None,
        "created_at": first.received_at,
    }


def grown(
    lead: Mapping[str, Any], arrivals: Sequence[Arrival], ledger: Sequence[Line]
) -> tuple[Row, Changes]:
    """The lead's row after these captures, and what people corrected by them.

    `ledger` is what was known before. The order in which captures arrive does not matter for
    the tag: it is replayed from the whole ledger.
    """
    fields: Mapping[str, Any] = lead
    changes: Changes = []
    for arrival in sorted(arrivals, key=lambda each: each.at):
        known = completed(fields, arrival.learned)
        fields = corrected(known, arrival.typed)
        if changed := changes_between(known, fields):
            changes.append((arrival, changed))
    whole = [*ledger, *ledger_of(arrivals)]
    row = {**lead, **fields, **_times(lead, arrivals)}
    row |= indexed(fields, "\n".join(line.note for line in whole if line.note))
    row |= _tag(whole)
    row["rating"] = _rating(whole) or lead["rating"]
    row["needs_look"] = _needs_look(lead, fields, arrivals)
    row["changed_at"] = arrivals[0].received_at
    return row, changes


def _times(lead: Mapping[str, Any], arrivals: Sequence[Arrival]) -> dict[str, datetime]:
    moments = [arrival.at for arrival in arrivals]
    return {
        "first_met_at": min(lead["first_met_at"], *moments),
        "last_met_at": max(lead["last_met_at"], *moments),
    }


def _tag(ledger: Sequence[Line]) -> dict[str, Any]:
    found = warmth(facts_of(ledger), DEFAULT)
    return {
        "heat": found.heat,
        "active_until": found.active_until,
        "potential_until": found.potential_until,
    }


def _rating(ledger: Sequence[Line]) -> str:
    """The newest judgement counts."""
    ratings = [(line.at, line.kind) for line in ledger if line.kind.startswith("rated_")]
    return max(ratings)[1].removeprefix("rated_") if ratings else ""


def _needs_look(
    lead: Mapping[str, Any], fields: Mapping[str, Any], arrivals: Sequence[Arrival]
) -> str:
    """A lead whose person is known needs no look, whatever a badge could not say."""
    if fields["name"] or fields["company"]:
        return ""
    return next((each.reason for each in arrivals if each.reason), lead["needs_look"])
