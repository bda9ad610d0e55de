"""What the console script does with accounts."""

from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.queries import any_owner, exhibitors, member_with_email
from app.accounts.roles import Role
from app.accounts.service import sign_in
from app.db import Database


def token_of(database: Database, email: str, days: int) -> str | None:
    """A token of the member with this address; None where there is none."""
    with database.writing() as session:
        member = member_with_email(session, email.casefold())
        return sign_in(session, member, device_name="Token", days=days) if member else None


def actor_of(session: Session, email: str | None) -> Actor:
    """Whoever a command acts as: the named member, or the owner where there is one exhibitor.

    Raises LookupError, saying what to give.
    """
    if email is None and len(exhibitors(session)) > 1:
        raise LookupError("There are several exhibitors: say which by --member E-MAIL.")
    member = member_with_email(session, email.casefold()) if email else any_owner(session)
    if member is None:
        raise LookupError(
            f"No member has the address {email}." if email else "Nothing is set up yet."
        )
    return Actor(
        exhibitor_id=member.exhibitor_id,
        member_id=member.id,
        device_id=None,
        sign_in_id=None,
        name=member.name,
        role=Role(member.role),
        language=member.language,
    )
