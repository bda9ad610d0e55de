"""Which rows belong to the demo show."""

from uuid import UUID

from sqlmodel import Session, col, select

from app.accounts.actor import Actor
from app.accounts.models import Member
from app.accounts.scope import owned
from app.capture.models import Capture
from app.leads.models import LeadAtShow
from app.shows.models import Show


def demo_show(session: Session, actor: Actor) -> Show | None:
    return session.exec(owned(Show, actor).where(col(Show.is_demo))).first()


def demo_members(session: Session, actor: Actor) -> list[Member]:
    return list(session.exec(owned(Member, actor).where(col(Member.is_demo))))


def leads_met_at(session: Session, actor: Actor, show: Show) -> tuple[list[UUID], list[UUID]]:
    """Leads met at this show only, and leads met at others too."""
    met = select(LeadAtShow.lead_id).where(LeadAtShow.exhibitor_id == actor.exhibitor_id)
    here = set(session.exec(met.where(LeadAtShow.show_id == show.id)))
    elsewhere = set(session.exec(met.where(LeadAtShow.show_id != show.id)))
    return sorted(here - elsewhere), sorted(here & elsewhere)


def captures_of_show(session: Session, actor: Actor, show: Show) -> list[Capture]:
    return list(session.exec(owned(Capture, actor).where(Capture.show_id == show.id)))
