"""Finding the booth's phones, with what each of them last said."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, or_
from sqlmodel import Session, col, select

from app.accounts.actor import Actor
from app.accounts.models import Device, Member
from app.accounts.scope import owned
from app.booth.models import PhoneReport
from app.booth.phone import Holding, Phone
from app.capture.models import Capture
from app.leads.models import Lead

HOLDS = or_(col(PhoneReport.waiting) > 0, col(PhoneReport.refused) > 0, col(PhoneReport.photos) > 0)


def phones(session: Session, actor: Actor, at: datetime) -> list[Phone]:
    """Every phone that is in; and of those that are out, who may still hand in or still holds."""
    is_out_with_captures = or_(col(Device.door_until) > at, HOLDS)
    found = _phones(actor).where(or_(col(Device.revoked_at).is_(None), is_out_with_captures))
    return [_phone(row) for row in session.exec(found)]


def phone_with_id(session: Session, actor: Actor, device_id: UUID) -> Phone | None:
    row = session.exec(_phones(actor).where(Device.id == device_id)).first()
    return _phone(row) if row else None


def _phones(actor: Actor):  # type: ignore[no-untyped-def]
    is_its = and_(
        col(PhoneReport.device_id) == Device.id,
        col(PhoneReport.exhibitor_id) == actor.exhibitor_id,
    )
    return (
        select(Device, Member, PhoneReport)
        .join(Member, col(Member.id) == Device.member_id)
        .outerjoin(PhoneReport, is_its)
        .where(Device.exhibitor_id == actor.exhibitor_id)
    )


def _phone(row: tuple[Device, Member, PhoneReport | None]) -> Phone:
    device, member, report = row
    return Phone(
        device.id,
        member.id,
        member.name,
        member.role,
        device.name,
        device.seen_at,
        device.paired_at,
        _holding(report) if report else None,
        device.revoked_at,
        device.door_until,
    )


def _holding(report: PhoneReport) -> Holding:
    return Holding(
        report.waiting,
        report.refused,
        report.photos,
        report.oldest_at,
        timedelta(milliseconds=report.skew_ms),
        report.is_kept,
        report.version,
        report.reported_at,
    )


def report_of(session: Session, actor: Actor, device_id: UUID) -> PhoneReport | None:
    return session.exec(owned(PhoneReport, actor).where(PhoneReport.device_id == device_id)).first()


def reports_before(
    session: Session, actor: Actor, phone_id: UUID, device_id: UUID
) -> list[PhoneReport]:
    """What the same phone said while somebody else, or nobody, was signed in on it."""
    found = owned(PhoneReport, actor).where(PhoneReport.phone_id == phone_id)
    return list(session.exec(found.where(PhoneReport.device_id != device_id)))


def captures_after_sign_out(
    session: Session, actor: Actor
) -> list[tuple[Capture, Member, Device | None, Lead | None]]:
    """What phones handed in after a manager had signed them out, the newest first."""
    found = (
        select(Capture, Member, Device, Lead)
        .join(Member, col(Member.id) == Capture.member_id)
        .outerjoin(Device, col(Device.id) == Capture.device_id)
        .outerjoin(Lead, col(Lead.id) == Capture.lead_id)
        .where(Capture.exhibitor_id == actor.exhibitor_id, col(Capture.after_sign_out))
    )
    return list(session.exec(found.order_by(col(Capture.received_at).desc()).limit(300)))
