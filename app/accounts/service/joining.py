"""Coming in: the first exhibitor, joining codes and who uses them."""

import secrets
from datetime import timedelta

from sqlmodel import Session

from app.accounts import queries
from app.accounts.actor import Actor
from app.accounts.forms import JoinCodeForm
from app.accounts.joining import is_taken, why_closed
from app.accounts.models import Exhibitor, JoinCode, Member
from app.accounts.refusal import NameTaken, Refused
from app.accounts.roles import Role, roles_to_join_with
from app.accounts.secrets import hashed_token
from app.accounts.service.signing_in import sign_in
from app.kit.clock import now
from app.web.language import N_


def found_exhibitor(
    session: Session, *, company: str, country: str, name: str, email: str, password_hash: str
) -> Member:
    """The first visit: an exhibitor and its owner. Only where there is none yet."""
    queries.take_turns(session, "set-up")
    if queries.any_exhibitor(session):
        raise Refused("form", N_("Showfloor is set up already. Please sign in."))
    exhibitor = Exhibitor(name=company, country=country)
    session.add(exhibitor)
    session.flush()  # the owner's row refers to it
    owner = Member(
        exhibitor_id=exhibitor.id,
        name=name,
        role=Role.OWNER,
        email=email.lower(),
        password_hash=password_hash,
    )
    session.add(owner)
    session.flush()  # so that sign_in can refer to it
    return owner


def invite(session: Session, actor: Actor, form: JoinCodeForm) -> tuple[JoinCode, str]:
    """A code that lets staff join; returned once, kept only as a hash."""
    if form.role not in roles_to_join_with(actor.role):
        raise Refused("role", N_("Your role cannot invite people with this role."))
    secret = secrets.token_urlsafe(16)
    code = JoinCode(
        exhibitor_id=actor.exhibitor_id,
        code_hash=hashed_token(secret),
        role=form.role,
        single_use=form.single_use,
        created_by_id=actor.member_id,
        expires_at=now() + timedelta(hours=form.hours),
    )
    session.add(code)
    return code, secret


def revoke_code(session: Session, code: JoinCode) -> None:
    """Nobody joins with it any more; who did, stays. Repeatable."""
    code.revoked_at = code.revoked_at or now()
    session.add(code)


def join(
    session: Session, secret: str, *, name: str, confirmed: bool, device_name: str, days: int
) -> str:
    """Somebody opened the joining QR code and typed a name: a member with a paired device.

    The code's row is locked, so that of two phones with a single-use code one gets in. A name
    never leads into the sign-in of a member who has it: whoever joins is always somebody new.
    """
    code = queries.join_code_with_hash(session, hashed_token(secret), for_update=True)
    if code is None or why_closed(code, now()):
        raise Refused("form", N_("This code is no longer good. Ask for a new one."))
    if not confirmed and is_taken(name, queries.names_of_exhibitor(session, code.exhibitor_id)):
        raise NameTaken
    code.uses += 1
    member = Member(exhibitor_id=code.exhibitor_id, name=name, role=code.role)
    session.add_all([code, member])
    session.flush()  # the device refers to the member
    return sign_in(session, member, device_name=device_name, days=days, join_code=code.id)
