"""Finding members, devices, joining codes and sign-ins."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from app.accounts.actor import Actor
from app.accounts.models import Device, Exhibitor, JoinCode, Member, SignIn, SignInAttempt
from app.accounts.roles import Role
from app.accounts.scope import owned


def any_exhibitor(session: Session) -> bool:
    return session.exec(select(Exhibitor.id).limit(1)).first() is not None


def exhibitor_of(session: Session, actor: Actor) -> Exhibitor:
    return session.exec(select(Exhibitor).where(Exhibitor.id == actor.exhibitor_id)).one()


def actor_signed_in(session: Session, token_hash: str, at: datetime) -> Actor | None:
    """Whoever holds this token, while neither expired, revoked nor gone."""
    row = session.execute(
        select(  # type: ignore[call-overload]
            SignIn.id, SignIn.exhibitor_id, SignIn.member_id, SignIn.device_id,
            Member.name, Member.role, Member.language, Exhibitor.name, Exhibitor.is_demo,
        )
        .join(Member, col(Member.id) == SignIn.member_id)
        .join(Exhibitor, col(Exhibitor.id) == SignIn.exhibitor_id)
        .join(Device, col(Device.id) == SignIn.device_id)
        .where(SignIn.token_hash == token_hash, SignIn.expires_at > at)
        .where(col(Member.left_at).is_(None), col(Device.revoked_at).is_(None))
    ).first()  # fmt: skip
    if row is None:
        return None
    sign_in, exhibitor, member, device, name, role, language, company, is_demo = row
    return Actor(
        exhibitor, member, device, sign_in, name, Role(role), language, company, is_demo
    )


def member_with_email(session: Session, email: str) -> Member | None:
    """Before anybody is signed in: an e-mail address belongs to one member of one exhibitor."""
    found = select(Member).where(Member.email == email, col(Member.left_at).is_(None))
    return session.exec(found).first()


def members(session: Session, actor: Actor) -> list[Member]:
    """Everybody who is still there, by name."""
    found = owned(Member, actor).where(col(Member.left_at).is_(None)).order_by(Member.name)
    return list(session.exec(found))


def everybody(session: Session, actor: Actor) -> list[Member]:
    """Members past and present: for names on old captures."""
    return list(session.exec(owned(Member, actor).order_by(Member.name)))


def member_with_id(session: Session, actor: Actor, member_id: UUID) -> Member | None:
    return session.exec(owned(Member, actor).where(Member.id == member_id)).first()


def devices(session: Session, actor: Actor) -> list[tuple[Device, Member]]:
    """Every device with its member, the most recently seen first."""
    found = (
        select(Device, Member)
        .join(Member, col(Member.id) == Device.member_id)
        .where(Device.exhibitor_id == actor.exhibitor_id)
        .order_by(col(Device.seen_at).desc())
    )
    return list(session.exec(found))


def device_with_id(session: Session, actor: Actor, device_id: UUID) -> Device | None:
    return session.exec(owned(Device, actor).where(Device.id == device_id)).first()


def join_codes(session: Session, actor: Actor) -> list[JoinCode]:
    return list(session.exec(owned(JoinCode, actor).order_by(col(JoinCode.created_at).desc())))


def join_code_with_id(session: Session, actor: Actor, code_id: UUID) -> JoinCode | None:
    return session.exec(owned(JoinCode, actor).where(JoinCode.id == code_id)).first()


def join_code_with_hash(
    session: Session, code_hash: str, *, for_update: bool = False
) -> JoinCode | None:
    """Before anybody is signed in: the code itself is the secret."""
    found = select(JoinCode).where(JoinCode.code_hash == code_hash)
    return session.exec(found.with_for_update() if for_update else found).first()


def sign_ins_of_device(session: Session, device: Device) -> list[SignIn]:
    found = select(SignIn).where(SignIn.device_id == device.id)
    return list(session.exec(found.where(SignIn.exhibitor_id == device.exhibitor_id)))


def attempts_since(session: Session, subject: str, at: datetime) -> int:
    found = select(func.count()).select_from(SignInAttempt)
    return session.exec(
        found.where(SignInAttempt.subject == subject, col(SignInAttempt.at) > at)
    ).one()
