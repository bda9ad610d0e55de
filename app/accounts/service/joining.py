"""Coming in: the first exhibitor, joining codes and who uses them."""

import secrets
from datetime import timedelta
from uuid import UUID

from sqlmodel import Session, col

from app.accounts import queries
from app.accounts.actor import Actor
from app.accounts.forms import JoinCodeForm, JoinForm
from app.accounts.joining import is_taken, why_closed
from app.accounts.models import Exhibitor, JoinCode, Member
from app.accounts.refusal import NameTaken, Refused
from app.accounts.roles import Role, roles_to_join_with
from app.accounts.secrets import hashed_token
from app.accounts.service.sealing import make_seal
from app.accounts.service.signing_in import sign_in, stop_pairing
from app.kit.clock import now
from app.web.language import N_

PAIRING_LASTS = timedelta(hours=1)


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
    make_seal(session, exhibitor.id)
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
    """A code that lets staff join; returned once, kept only as a hash. The same form sent again
    gives the same code."""
    if form.role not in roles_to_join_with(actor.role):
        raise Refused("role", N_("Your role cannot invite people with this role."))
    if form.once and (made := queries.join_code_with_hash(session, hashed_token(form.once))):
        if made.created_by_id != actor.member_id or why_closed(made, now()):
            raise Refused("form", N_("That code is no longer good. Here you make another one."))
        return made, form.once
    lasts, secret = timedelta(hours=form.hours), form.once or new_secret()
    code = _new_code(session, actor, form.role, lasts, secret, single_use=form.single_use)
    return code, secret


def new_secret() -> str:
    return secrets.token_urlsafe(16)


def start_pairing(session: Session, actor: Actor, member: Member) -> tuple[JoinCode, str]:
    """A code that signs one phone in as a member who is there; returned once, as `invite` does.

    It takes the place of the one before, which nobody sees any more.
    """
    role, made_by, made_for = (
        Role(member.role),
        col(JoinCode.created_by_id),
        col(JoinCode.member_id),
    )
    stop_pairing(session, (made_by == actor.member_id) & (made_for == member.id))
    secret = new_secret()
    code = _new_code(
        session, actor, role, PAIRING_LASTS, secret, single_use=True, member_id=member.id
    )
    return code, secret


def _new_code(
    session: Session,
    actor: Actor,
    role: Role,
    lasts: timedelta,
    secret: str,
    *,
    single_use: bool,
    member_id: UUID | None = None,
) -> JoinCode:
    code = JoinCode(
        exhibitor_id=actor.exhibitor_id,
        code_hash=hashed_token(secret),
        role=role,
        member_id=member_id,
        single_use=single_use,
        created_by_id=actor.member_id,
        expires_at=now() + lasts,
    )
    session.add(code)
    return code


def revoke_code(session: Session, code: JoinCode) -> None:
    """Nobody joins with it any more; who did, stays. Repeatable."""
    code.revoked_at = code.revoked_at or now()
    session.add(code)


def join(
    session: Session, secret: str, newcomer: JoinForm | None, *, device_name: str, days: int
) -> tuple[Member, str]:
    """A phone opened a joining code: it is paired, and signed in with the token returned.

    Whom the code is for is the member they were; with any other code one types a name and is new.
    """
    code, member = _used(session, secret)
    member = member or _new_member(session, code, newcomer)
    token = sign_in(session, member, device_name=device_name, days=days, join_code=code.id)
    return member, token


def _used(session: Session, secret: str) -> tuple[JoinCode, Member | None]:
    """The code, used once more, and whom it is for.

    Its row is locked, so that of two phones with a single-use code one gets in.
    """
    code = queries.join_code_with_hash(session, hashed_token(secret), for_update=True)
    member = queries.member_of_code(session, code) if code else None
    if code is None or why_closed(code, now(), member):
        raise Refused("form", N_("This code is no longer good. Ask for a new one."))
    code.uses += 1
    session.add(code)
    return code, member


def _new_member(session: Session, code: JoinCode, form: JoinForm | None) -> Member:
    """A name never leads into the sign-in of a member who has it."""
    if form is None:
        raise Refused("name", N_("Please fill this in."))
    names = queries.names_of_exhibitor(session, code.exhibitor_id)
    if not form.confirmed and is_taken(form.name, names):
        raise NameTaken
    member = Member(exhibitor_id=code.exhibitor_id, name=form.name, role=code.role)
    session.add(member)
    session.flush()  # the device refers to the member
    return member
