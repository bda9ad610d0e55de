"""The rows a capture becomes."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from app.capture.arrival import Arrival
from app.consent.wording import FOLLOW_UP
from app.kit.ids import new_id
from app.leads.ledger import Line

Row = dict[str, Any]


def capture_row(arrival: Arrival, lead_id: UUID | None, reason: str) -> Row:
    form, sent = arrival.form, arrival.sent
    return {
        "exhibitor_id": arrival.actor.exhibitor_id,
        "id": form.capture_id,
        "show_id": arrival.show.id if arrival.show else None,
        "member_id": arrival.member_id,
        "sent_by_id": arrival.actor.member_id,
        "device_id": arrival.actor.device_id,
        "payload": sent.payload,
        "symbology": form.symbology or "",
        "source": form.source,
        "body": sent.body,
        "body_sha256": sent.sha256,
        "badge_key": arrival.badge_key,
        "adds_to_id": form.adds_to,
        "captured_at": form.captured_at,
        "happened_at": arrival.at,
        "received_at": arrival.received_at,
        "skew_ms": round(arrival.skew.total_seconds() * 1000),
        "after_sign_out": arrival.actor.signed_out_at is not None,
        "state": "parked" if reason else "recorded",
        "reason": reason,
        "lead_id": lead_id,
    }


def conflict_row(arrival: Arrival) -> Row:
    return {
        "id": new_id(),
        "exhibitor_id": arrival.actor.exhibitor_id,
        "capture_id": arrival.form.capture_id,
        "sent_by_id": arrival.actor.member_id,
        "payload": arrival.sent.payload,
        "body": arrival.sent.body,
        "body_sha256": arrival.sent.sha256,
        "received_at": arrival.received_at,
        "skew_ms": round(arrival.skew.total_seconds() * 1000),
    }


def interaction_rows(arrival: Arrival, lead_id: UUID) -> list[Row]:
    return [
        {
            "id": new_id(),
            "exhibitor_id": arrival.actor.exhibitor_id,
            "lead_id": lead_id,
            "show_id": arrival.show.id if arrival.show else None,
            "capture_id": arrival.form.capture_id,
            "member_id": arrival.member_id,
            "kind": entry.kind,
            "label": entry.label,
            "count": entry.count,
            "note": entry.note,
            "product_id": entry.product_id,
            "at": arrival.at,
            "on_day": arrival.on_day,
            "created_at": arrival.received_at,
        }
        for entry in arrival.entries
    ]


def ledger_of(arrivals: Iterable[Arrival]) -> list[Line]:
    return [
        Line(entry.kind, arrival.at, arrival.on_day, entry.count, entry.note)
        for arrival in arrivals
        for entry in arrival.entries
    ]


def answer_rows(arrival: Arrival, lead_id: UUID) -> list[Row]:
    return [
        {
            "id": new_id(),
            "exhibitor_id": arrival.actor.exhibitor_id,
            "lead_id": lead_id,
            "qualifier_id": qualifier_id,
            "capture_id": arrival.form.capture_id,
            "member_id": arrival.member_id,
            "value": value,
            "at": arrival.at,
        }
        for qualifier_id, value in arrival.answers.items()
    ]


def consent_rows(arrival: Arrival, lead_id: UUID) -> list[Row]:
    consent = arrival.consent
    if consent is None:
        return []
    wordings = arrival.show.wordings if arrival.show else {}
    known = consent.wording_id if consent.wording_id in wordings else None
    return [
        {
            "id": new_id(),
            "exhibitor_id": arrival.actor.exhibitor_id,
            "lead_id": lead_id,
            "wording_id": known,
            "capture_id": arrival.form.capture_id,
            "member_id": arrival.member_id,
            "purpose": wordings[known] if known else FOLLOW_UP,
            "is_given": True,
            "language": consent.language,
            "at": arrival.at,
        }
    ]


def follow_up_rows(arrival: Arrival, lead_id: UUID) -> list[Row]:
    step = arrival.next_step
    if step is None:
        return []
    return [
        {
            "id": new_id(),
            "exhibitor_id": arrival.actor.exhibitor_id,
            "lead_id": lead_id,
            "capture_id": arrival.form.capture_id,
            "what": step.what,
            "owner_id": arrival.next_step_owner,
            "due_on": step.due_on,
            "created_by_id": arrival.member_id,
            "created_at": arrival.received_at,
            "done_at": None,
            "done_by_id": None,
        }
    ]


def edit_row(arrival: Arrival, lead_id: UUID, changes: Mapping[str, list[Any]]) -> Row:
    return {
        "id": new_id(),
        "exhibitor_id": arrival.actor.exhibitor_id,
        "lead_id": lead_id,
        "member_id": arrival.member_id,
        "capture_id": arrival.form.capture_id,
        "changes": dict(changes),
        "at": arrival.at,
    }


def at_show_row(arrivals: list[Arrival], lead: Row) -> Row:
    show = arrivals[0].show
    assert show is not None
    return {
        "show_id": show.id,
        "lead_id": lead["id"],
        "exhibitor_id": lead["exhibitor_id"],
        "first_met_at": min(arrival.at for arrival in arrivals),
        "last_met_at": max(arrival.at for arrival in arrivals),
        "active_until": lead["active_until"],
        "potential_until": lead["potential_until"],
    }
