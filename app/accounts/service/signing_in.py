"""Signing in and out, devices, and slowing down who guesses passwords."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, delete, update
from sqlmodel import Session, col

from app.accounts import queries
from app.accounts.actor import Actor
from app.accounts.models import Device, JoinCode, Member, SignIn, SignInAttempt
from app.accounts.secrets import hashed_token
from app.accounts.throttle import WINDOW, free_again_at
from app.kit.clock import now

DOOR_STAYS_OPEN = timedelta(days=7)


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
    session.execute(delete(SignIn).where(col(SignIn.expires_at) <= now()))
    return token


def sign_out(session: Session, actor: Actor) -> None:
    """The browser's sign-in ends; its device leaves the list with it."""
    device = actor.device_id and queries.device_with_id(session, actor, actor.device_id)
    if device:
        _end(session, device)


def revoke_device(session: Session, device: Device) -> None:
    """The device is out at once, everywhere, with the codes that its member made. Repeatable.

    Whoever holds a lost phone may have made one, to come back with a phone of their own. What
    the device still holds it may hand in.
    """
    stop_pairing(session, col(JoinCode.created_by_id) == device.member_id)
    _open_door(session, device)
    _end(session, device)


def shut_door(session: Session, device: Device) -> None:
    """The device hands nothing in any more. Repeatable."""
    device.door_hash = device.door_until = None
    session.add(device)


def revoke_devices(
    session: Session, member: Member, *, but: UUID | None = None, may_hand_in: bool = False
) -> None:
    """The member is signed out everywhere, except on the device they are doing it from.

    Codes first: a phone that pairs meanwhile is among the devices then.
    """
    made_by, made_for = col(JoinCode.created_by_id), col(JoinCode.member_id)
    stop_pairing(session, (made_by == member.id) | (made_for == member.id))
    for device in queries.devices_of_member(session, member):
        if device.id == but:
            continue
        if may_hand_in:
            _open_door(session, device)
        _end(session, device)


def _open_door(session: Session, device: Device) -> None:
    if token_hash := queries.token_hash_of(session, device, now()):
        device.door_hash = token_hash
        device.door_until = now() + DOOR_STAYS_OPEN


def _end(session: Session, device: Device) -> None:
    device.revoked_at = device.revoked_at or now()
    session.add(device)
    session.execute(delete(SignIn).where(col(SignIn.device_id) == device.id))


def stop_pairing(session: Session, which: ColumnElement[bool]) -> None:
    """Codes that sign in as a member who is there; those that let newcomers in stay."""
    open_ones = (col(JoinCode.member_id).is_not(None), col(JoinCode.revoked_at).is_(None))
    session.execute(update(JoinCode).where(which, *open_ones).values(revoked_at=now()))


def note_seen(session: Session, actor: Actor) -> None:
    session.execute(update(Device).where(col(Device.id) == actor.device_id).values(seen_at=now()))


def count_try(session: Session, subjects: Mapping[str, int]) -> datetime | None:
    """Count one try against each subject; or, where one had too many, say when the next is free.

    Counted before the password is looked at, and one after another: a hundred at once are a
    hundred tries.
    """
    queries.take_turns(session, *subjects)
    since = now() - WINDOW
    waits = [
        free_again_at(queries.attempts_since(session, subject, since), allowed)
        for subject, allowed in subjects.items()
    ]
    if not any(waits):
        session.add_all(SignInAttempt(subject=subject) for subject in subjects)
        session.execute(delete(SignInAttempt).where(col(SignInAttempt.at) < since))
    return max((wait for wait in waits if wait), default=None)


def forget_tries(session: Session, subjects: Iterable[str]) -> None:
    """The right password came: the wrong ones before it no longer count."""
    session.execute(delete(SignInAttempt).where(col(SignInAttempt.subject).in_(list(subjects))))
