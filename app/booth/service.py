"""Taking a phone's word, and giving up on a phone."""

from datetime import datetime, timedelta

from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.models import Device
from app.accounts.queries import device_with_id, take_turns
from app.accounts.service import revoke_device, shut_door
from app.booth import queries
from app.booth.forms import ReportForm
from app.booth.models import PhoneReport


def keep_report(session: Session, actor: Actor, form: ReportForm, at: datetime) -> bool:
    """Keep what a phone says of itself. True when it was signed out and has handed in everything:
    its door is shut.
    """
    assert actor.device_id
    take_turns(session, f"device {actor.device_id}", f"phone {form.phone_id}")
    skew = at - form.device_time
    said = form.model_dump(exclude={"device_time", "oldest_saved_at"}) | {
        "oldest_at": _mended(form.oldest_saved_at, skew, at),
        "skew_ms": round(skew.total_seconds() * 1000),
        "reported_at": at,
    }
    if report := queries.report_of(session, actor, actor.device_id):
        session.add(report.sqlmodel_update(said))
    else:
        said |= {"device_id": actor.device_id, "exhibitor_id": actor.exhibitor_id}
        session.add(PhoneReport(**said))
    for older in queries.reports_before(session, actor, form.phone_id, actor.device_id):
        _forget(session, actor, older)
    return _is_done(session, actor, form)


def _forget(session: Session, actor: Actor, older: PhoneReport) -> None:
    """What the phone held under the sign-in before it holds, and sends, under the present one."""
    device = device_with_id(session, actor, older.device_id)
    if device and device.revoked_at:
        shut_door(session, device)
    session.delete(older)


def _mended(saved_at: datetime | None, skew: timedelta, at: datetime) -> datetime | None:
    """When it was by our clock; a phone cannot have saved anything later than now."""
    return min(saved_at + skew, at) if saved_at else None


def _is_done(session: Session, actor: Actor, form: ReportForm) -> bool:
    if actor.signed_out_at is None or form.holds:
        return False
    if device := actor.device_id and device_with_id(session, actor, actor.device_id):
        shut_door(session, device)
    return True


def give_up(session: Session, actor: Actor, device: Device) -> None:
    """The phone is lost, stolen or cleared: it is out, hands nothing in, and is waited for no
    more. Repeatable.
    """
    revoke_device(session, device)
    shut_door(session, device)
    if report := queries.report_of(session, actor, device.id):
        session.delete(report)
