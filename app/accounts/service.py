"""Signing in, joining, and who belongs to the exhibitor."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col

from app.accounts import queries
from app.accounts.actor import Actor
from app.accounts.models import Device, Exhibitor, JoinCode, Member, SignIn, SignInAttempt
from app.accounts.roles import Role
from app.accounts.secrets import hashed_token
from app.kit.clock import now

TRIES_COUNT_FOR = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Refused(Exception):
    """A use case that cannot be: `field` is where on the form, `message` an English sentence."""

    field: str
    message: str


def found_exhibitor(
    session: Session, *, company: str, country: str, name: str, email: str, password_hash: str
) -> Member:
    """The first visit: an exhibitor and its owner. Only where there is none yet."""
    if queries.any_exhibitor(session):
        raise Refused("form", "Showfloor is set up already. Please sign in.")
    exhibitor = Exhibitor(name=company, country=country)
    session.add(exhibitor)
    session.flush()  # the owner's row refers to it
    owner = Member(
        exhibitor_id=exhibitor.id,
        name=name,
        role=Role.OWNER,
        email=email.casefold(),
        password_hash=password_hash,
    )
    session.add(owner)
    session.flush()  # so that sign_in can refer to it
    return owner


def sign_in(
    session: Session, member: Member, *, device_name: str, days: int, join_code: UUID | None = None
) -> str:
    """Pair a device with the member and return the token its cookie carries."""
    device = Device(
        exhibitor_id=member.exhibitor_id,
        member_id=member.id,
        name=device_name,
        join_code_id=join_code,
    )
    session.add(device)
    session.flush()  # the sign-in refers to it
    token = secrets.token_urlsafe(32)
    session.add(
        SignIn(
            exhibitor_id=member.exhibitor_id,
            member_id=member.id,
            device_id=device.id,
            token_hash=hashed_token(token),
            expires_at=now() + timedelta(days=days),
        )
    )
    return token


def sign_out(session: Session, actor: Actor) -> None:
    """The browser's sign-in ends; its device leaves the list with it."""
    if device := queries.device_with_id(session, actor, actor.device_id):
        revoke_device(session, device)


def revoke_device(session: Session, device: Device) -> None:
    """The device is out at once, everywhere."""
    device.revoked_at = device.revoked_at or now()
    session.add(device)
    for entry in queries.sign_ins_of_device(session, device):
        session.delete(entry)


def note_wrong_password(session: Session, subject: str) -> None:
    session.add(SignInAttempt(subject=subject))
    long_ago = now() - 4 * TRIES_COUNT_FOR
    session.execute(delete(SignInAttempt).where(col(SignInAttempt.at) < long_ago))


def too_many_tries(session: Session, subject: str, allowed: int) -> bool:
    return queries.attempts_since(session, subject, now() - TRIES_COUNT_FOR) >= allowed


def invite(
    session: Session, actor: Actor, *, role: Role, hours: int, single_use: bool
) -> tuple[JoinCode, str]:
    """A code that lets staff join; returned once, kept only as a hash."""
    secret = secrets.token_urlsafe(16)
    code = JoinCode(
        exhibitor_id=actor.exhibitor_id,
        code_hash=hashed_token(secret),
        role=role,
        single_use=single_use,
        created_by_id=actor.member_id,
        expires_at=now() + timedelta(hours=hours),
    )
    session.add(code)
    return code, secret


def is_open(code: JoinCode | None, at: datetime) -> bool:
    """Whether a joining code still lets somebody in."""
    if code is None or code.revoked_at or code.expires_at <= at:
        return False
    return not (code.single_use and code.uses)


def join(session: Session, secret: str, *, name: str, device_name: str, days: int) -> str:
    """Somebody opened the joining QR code and typed a name: a member with a paired device.

    The code's row is locked, so that of two phones with a single-use code one gets in.
    """
    code = queries.join_code_with_hash(session, hashed_token(secret), for_update=True)
    if code is None or not is_open(code, now()):
        raise Refused("form", "This code is no longer good. Ask for a new one.")
    code.uses += 1
    member = Member(exhibitor_id=code.exhibitor_id, name=name, role=code.role)
    session.add_all([code, member])
    session.flush()  # the device refers to the member
    return sign_in(session, member, device_name=device_name, days=days, join_code=code.id)
