"""Two versions of one capture: a person says which is right."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.service import Refused
from app.capture.arrival import understood
from app.capture.models import Capture
from app.capture.queries import capture_with_id, setting_of
from app.kit.ids import new_id
from app.settling.again import sent_again
from app.settling.forms import ConflictForm
from app.settling.queries import capture_locked, open_conflict
from app.settling.service.replacing import ALREADY, record_now, take_the_place


def settle_conflict(
    session: Session, actor: Actor, capture_id: UUID, form: ConflictForm, at: datetime
) -> None:
    """Keep the first version, take the second, or keep both as two captures."""
    capture = capture_locked(session, actor, capture_id)
    capture = capture_locked(session, actor, standing(session, actor, capture).id)
    conflict = open_conflict(session, actor, capture_id, form.conflict_id)
    if conflict is None or conflict.settled_at:
        raise Refused("choice", ALREADY)
    sent = sent_again(conflict.body, conflict.payload, new_id())
    sender = replace(actor, member_id=conflict.sent_by_id, device_id=None)
    skew = timedelta(milliseconds=conflict.skew_ms)
    second = understood(sent, sender, setting_of(session, actor), received_at=at, skew=skew)
    if form.choice == "second":
        take_the_place(session, actor, capture, second, at)
    elif form.choice == "both":
        record_now(session, second)
    conflict.became_id = None if form.choice == "first" else sent.form.capture_id
    conflict.choice = form.choice
    conflict.settled_at, conflict.settled_by_id = at, actor.member_id
    session.add(conflict)


def standing(session: Session, actor: Actor, capture: Capture) -> Capture:
    """The capture that stands for this one now."""
    while capture.replaced_by_id:
        later = capture_with_id(session, actor, capture.replaced_by_id)
        assert later is not None
        capture = later
    return capture
