"""Finding what a joining code leads to, before anybody is signed in."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session, col, select

from app.accounts.joining import Closed, why_closed
from app.accounts.models import JoinCode, Member
from app.accounts.queries import exhibitor_of_code, join_code_with_hash, member_of_code
from app.accounts.secrets import hashed_token
from app.shows.choosing import show_on
from app.shows.days import local_day
from app.shows.models import Show


@dataclass(frozen=True, slots=True)
class Invitation:
    """Whose booth a code leads to, and at which show; or why it leads nowhere any more.

    With `member` it is for nobody new: it signs the phone in as that member.
    """

    role: str = ""
    exhibitor_name: str = ""
    show: Show | None = None
    closed: Closed | None = None
    member: Member | None = None


def invitation(session: Session, secret: str, at: datetime) -> Invitation:
    code = join_code_with_hash(session, hashed_token(secret))
    if code is None:
        return Invitation(closed=Closed.UNKNOWN)
    member = member_of_code(session, code)
    if closed := why_closed(code, at, member):
        return Invitation(closed=closed, member=member)
    exhibitor, show = exhibitor_of_code(session, code), _show_of_code(session, code, at)
    return Invitation(code.role, exhibitor.name, show, member=member)


def _show_of_code(session: Session, code: JoinCode, at: datetime) -> Show | None:
    found = select(Show).where(Show.exhibitor_id == code.exhibitor_id)
    shows = session.exec(found.order_by(col(Show.starts_on).desc())).all()
    return show_on(local_day(at, shows[0].time_zone), shows) if shows else None


def answers(session: Session) -> bool:
    """Whether the database answers at all."""
    return bool(session.execute(text("SELECT 1")).scalar_one())
