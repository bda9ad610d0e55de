"""Finding members, devices, joining codes and sign-ins."""

from collections.abc import Collection, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, bindparam, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from app.accounts.actor import Actor
from app.accounts.joining import why_closed
from app.accounts.models import (
    Device,
    Exhibitor,
    ExhibitorSeal,
    JoinCode,
    Member,
    SignIn,
    SignInAttempt,
)
from app.accounts.roles import Role
from app.accounts.scope import owned
from app.db import Moment


class MemberWithDevices(NamedTuple):
    """A member, how many devices they have, and when one of them was last seen."""

    member: Member
    devices: int
    seen_at: datetime | None


class OpenCode(NamedTuple):
    """A code, who made it, and whom alone it signs in; nobody where newcomers join with it."""

    code: JoinCode
    maker: Member
    member: Member | None


# Asked at every request: put together once.
SIGNED_IN = (
    select(  # type: ignore[call-overload]
        SignIn.token_hash, SignIn.id, SignIn.exhibitor_id, SignIn.member_id, SignIn.device_id,
        Device.seen_at, Member.name, Member.role, Member.language, Exhibitor.name,
        Exhibitor.is_demo,
    )
    .join(Member, col(Member.id) == SignIn.member_id)
    .join(Exhibitor, col(Exhibitor.id) == SignIn.exhibitor_id)
    .join(Device, col(Device.id) == SignIn.device_id)
    .where(col(SignIn.token_hash).in_(bindparam("token_hashes", expanding=True)))
    .where(col(SignIn.expires_at) > bindparam("at", type_=Moment()))
    .where(col(Member.left_at).is_(None), col(Device.revoked_at).is_(None))
)  # fmt: skip


def take_turns(session: Session, *subjects: str) -> None:
    """Until this transaction ends, nobody else gets past here for one of the same subjects.

    SQLite has one writer at a time anyway.
    """
    if session.get_bind().dialect.name == "sqlite":
        return
    for subject in sorted(subjects):
        digest = sha256(subject.encode()).digest()
        key = int.from_bytes(digest[:8], "big", signed=True)
        session.execute(func.pg_advisory_xact_lock(key))


def any_exhibitor(session: Session) -> bool:
    return session.exec(select(Exhibitor.id).limit(1)).first() is not None


def exhibitor_of(session: Session, actor: Actor) -> Exhibitor:
    return session.exec(select(Exhibitor).where(Exhibitor.id == actor.exhibitor_id)).one()


def seal_of(session: Session, actor: Actor) -> ExhibitorSeal | None:
    return session.exec(owned(ExhibitorSeal, actor)).first()


def actor_signed_in(session: Session, token_hash: str, at: datetime) -> Actor | None:
    """Whoever holds this token, while neither expired, revoked nor gone."""
    return actors_signed_in(session.connection(), [token_hash], at).get(token_hash)


def actors_signed_in(
    connection: Connection, token_hashes: Collection[str], at: datetime
) -> dict[str, Actor]:
    """The same for many tokens at once."""
    rows = connection.execute(SIGNED_IN, {"token_hashes": list(token_hashes), "at": at})
    return {token: _actor(row) for token, *row in rows}


def _actor(row: Sequence[Any]) -> Actor:
    sign_in, exhibitor, member, device, seen_at, name, role, language, company, is_demo = row
    return Actor(
        exhibitor, member, device, sign_in, name, Role(role), language, company, is_demo, seen_at
    )


def actor_handing_in(session: Session, token_hash: str, at: datetime) -> Actor | None:
    """Whoever had this token before their phone was signed out, while its door is open."""
    found = (
        select(Device, Member, Exhibitor)
        .join(Member, col(Member.id) == Device.member_id)
        .join(Exhibitor, col(Exhibitor.id) == Device.exhibitor_id)
        .where(Device.door_hash == token_hash, col(Device.door_until) > at)
    )
    row = session.exec(found).first()
    if row is None:
        return None
    device, member, exhibitor = row
    return Actor(
        exhibitor_id=device.exhibitor_id,
        member_id=member.id,
        device_id=device.id,
        sign_in_id=None,
        name=member.name,
        role=Role(member.role),
        language=member.language,
        exhibitor_name=exhibitor.name,
        is_demo=exhibitor.is_demo,
        signed_out_at=device.revoked_at,
    )


def member_with_email(session: Session, email: str) -> Member | None:
    """Before anybody is signed in: an e-mail address belongs to one member of one exhibitor."""
    found = select(Member).where(Member.email == email, col(Member.left_at).is_(None))
    return session.exec(found).first()


def members(session: Session, actor: Actor) -> list[Member]:
    """Everybody who is still there, by name."""
    found = owned(Member, actor).where(col(Member.left_at).is_(None)).order_by(Member.name)
    return list(session.exec(found))


def members_with_devices(session: Session, actor: Actor) -> list[MemberWithDevices]:
    """Everybody who is still there, by name, with how they are reached."""
    found = (
        select(Member, func.count(col(Device.id)), func.max(Device.seen_at))
        .outerjoin(Device, (col(Device.member_id) == Member.id) & col(Device.revoked_at).is_(None))
        .where(Member.exhibitor_id == actor.exhibitor_id, col(Member.left_at).is_(None))
        .group_by(col(Member.id))
        .order_by(Member.name, col(Member.id))
    )
    return [MemberWithDevices(*row) for row in session.exec(found)]


def everybody(session: Session, actor: Actor) -> list[Member]:
    """Members past and present: for names on old captures."""
    return list(session.exec(owned(Member, actor).order_by(Member.name)))


def names_of_exhibitor(session: Session, exhibitor_id: UUID) -> list[str]:
    """Before anybody is signed in: the names a newcomer should differ from."""
    found = select(Member.name).where(Member.exhibitor_id == exhibitor_id)
    return list(session.exec(found.where(col(Member.left_at).is_(None))))


def member_with_id(session: Session, actor: Actor, member_id: UUID) -> Member | None:
    return session.exec(owned(Member, actor).where(Member.id == member_id)).first()


def owners(session: Session, actor: Actor) -> list[Member]:
    """The owners who are still there, locked: of two who leave at once, one is the last."""
    found = owned(Member, actor).where(Member.role == Role.OWNER, col(Member.left_at).is_(None))
    return list(session.exec(found.order_by(col(Member.id)).with_for_update(key_share=True)))


def device_with_id(session: Session, actor: Actor, device_id: UUID) -> Device | None:
    return session.exec(owned(Device, actor).where(Device.id == device_id)).first()


def token_hash_of(session: Session, device: Device, at: datetime) -> str | None:
    """What the device is signed in with, if it is."""
    found = select(SignIn.token_hash).where(SignIn.exhibitor_id == device.exhibitor_id)
    living = found.where(SignIn.device_id == device.id, col(SignIn.expires_at) > at)
    return session.exec(living.order_by(col(SignIn.created_at).desc())).first()


def devices_of_member(session: Session, member: Member) -> list[Device]:
    """The devices of a member that are in."""
    found = select(Device).where(Device.member_id == member.id, col(Device.revoked_at).is_(None))
    return list(session.exec(found.where(Device.exhibitor_id == member.exhibitor_id)))


def open_join_codes(session: Session, actor: Actor, at: datetime) -> list[OpenCode]:
    """Codes that still let somebody in, the newest first."""
    maker, member = aliased(Member), aliased(Member)
    found = (
        select(JoinCode, maker, member)
        .join(maker, col(maker.id) == JoinCode.created_by_id)
        .outerjoin(member, col(member.id) == JoinCode.member_id)
        .where(JoinCode.exhibitor_id == actor.exhibitor_id)
        .where(col(JoinCode.revoked_at).is_(None), JoinCode.expires_at > at)
        .order_by(col(JoinCode.created_at).desc(), col(JoinCode.id))
    )
    codes = [OpenCode(*row) for row in session.exec(found)]
    return [each for each in codes if why_closed(each.code, at, each.member) is None]


def join_code_with_id(session: Session, actor: Actor, code_id: UUID) -> JoinCode | None:
    return session.exec(owned(JoinCode, actor).where(JoinCode.id == code_id)).first()


def join_code_with_hash(
    session: Session, code_hash: str, *, for_update: bool = False
) -> JoinCode | None:
    """Before anybody is signed in: the code itself is the secret."""
    found = select(JoinCode).where(JoinCode.code_hash == code_hash)
    return session.exec(found.with_for_update() if for_update else found).first()


def member_of_code(session: Session, code: JoinCode) -> Member | None:
    """Before anybody is signed in: whom alone the code signs in, be they still there or not."""
    found = select(Member).where(Member.id == code.member_id)
    return session.exec(found.where(Member.exhibitor_id == code.exhibitor_id)).first()


def exhibitor_of_code(session: Session, code: JoinCode) -> Exhibitor:
    """Before anybody is signed in: whose booth the code leads to."""
    return session.exec(select(Exhibitor).where(Exhibitor.id == code.exhibitor_id)).one()


def attempts_since(session: Session, subject: str, at: datetime) -> list[datetime]:
    found = select(SignInAttempt.at).where(SignInAttempt.subject == subject)
    return list(session.exec(found.where(col(SignInAttempt.at) > at)))


def exhibitors(session: Session) -> list[Exhibitor]:
    """All of them: for the console, which belongs to whoever runs the server."""
    return list(session.exec(select(Exhibitor)))


def any_owner(session: Session) -> Member | None:
    """The first owner there is: for the console, where there is one exhibitor."""
    found = select(Member).where(Member.role == "owner", col(Member.left_at).is_(None))
    return session.exec(found.order_by(col(Member.created_at))).first()
