"""Members: who they are, what they may do, how they sign in, and when they leave."""

from uuid import UUID

from sqlmodel import Session

from app.accounts import queries
from app.accounts.actor import Actor
from app.accounts.forms import MemberForm, ProfileForm
from app.accounts.models import Member
from app.accounts.refusal import Refused
from app.accounts.roles import Role, roles_to_give
from app.accounts.service.signing_in import revoke_devices
from app.kit.clock import now
from app.web.language import N_


def add_member(
    session: Session, actor: Actor, form: MemberForm, password_hash: str | None
) -> Member:
    member = Member(exhibitor_id=actor.exhibitor_id, name=form.name, role=form.role)
    _refuse_to_give(actor, form.role)
    _reach(session, member, form.email, password_hash)
    session.add(member)
    return member


def change_member(
    session: Session, actor: Actor, member_id: UUID, form: MemberForm, password_hash: str | None
) -> None:
    """What a manager says about a member. A new password signs the member out everywhere else."""
    member = _present(session, actor, member_id)
    if form.role != member.role:
        _refuse_to_give(actor, form.role)
        _refuse_to_lose_the_last_owner(session, actor, member)
    member.role = form.role
    _call(session, actor, member, form, password_hash)


def change_profile(
    session: Session, actor: Actor, form: ProfileForm, password_hash: str | None
) -> None:
    """What members say about themselves. A new password ends their other sign-ins."""
    member = _present(session, actor, actor.member_id)
    member.language = form.language or None
    _call(session, actor, member, form, password_hash)


def depart(session: Session, actor: Actor, member_id: UUID) -> None:
    """The member leaves: their name stays on what they captured, their ways in end."""
    member = _present(session, actor, member_id)
    _refuse_to_lose_the_last_owner(session, actor, member)
    revoke_devices(session, member, may_hand_in=True)
    member.left_at = now()
    member.email = member.password_hash = None  # free for somebody else, or for coming back


def _present(session: Session, actor: Actor, member_id: UUID) -> Member:
    member = queries.member_with_id(session, actor, member_id)
    if member is None or member.left_at:
        raise Refused("form", N_("This member has left the team."))
    return member


def _call(
    session: Session,
    actor: Actor,
    member: Member,
    form: MemberForm | ProfileForm,
    password_hash: str | None,
) -> None:
    if password_hash:  # first: a phone that pairs holds its code while it waits for this member
        revoke_devices(session, member, but=actor.device_id)
    member.name = form.name
    _reach(session, member, form.email, password_hash)


def _refuse_to_give(actor: Actor, role: Role) -> None:
    if role not in roles_to_give(actor.role):
        raise Refused("role", N_("Only an owner can make somebody an owner."))


def _refuse_to_lose_the_last_owner(session: Session, actor: Actor, member: Member) -> None:
    if [owner.id for owner in queries.owners(session, actor)] == [member.id]:
        raise Refused("role", N_("This is the last owner. Make somebody else an owner first."))


def _reach(session: Session, member: Member, email: str, password_hash: str | None) -> None:
    """Sets how the member signs in."""
    queries.take_turns(session, f"e-mail {email}")
    known = queries.member_with_email(session, email) if email else None
    if known and known.id != member.id:
        raise Refused("email", N_("Somebody signs in with this address already."))
    if member.role == Role.OWNER and not (email and (password_hash or member.password_hash)):
        field = "email" if not email else "password"
        raise Refused(field, N_("An owner needs an e-mail address and a password."))
    member.email = email or None
    member.password_hash = (password_hash or member.password_hash) if email else None
