"""Reading leads to be taken away: plain rows, many leads a query."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlmodel import Session, col

from app.accounts.actor import Actor
from app.accounts.scope import owned
from app.consent.models import Consent, ConsentWording
from app.consent.wording import FOLLOW_UP
from app.leads.filters import LeadFilter
from app.leads.models import FollowUp, Interaction, Lead
from app.leads.queries import leads_filtered
from app.qualifiers.models import Answer, Qualifier

LEADS_A_QUERY = 500

OF_A_LEAD: Sequence[Any] = (
    Lead.id, Lead.name, Lead.family_name, Lead.given_name, Lead.company, Lead.department,
    Lead.job_title, Lead.emails, Lead.phones, Lead.urls, Lead.links, Lead.address, Lead.city,
    Lead.country, Lead.badge_id, Lead.rating, Lead.needs_look, Lead.first_met_at,
    Lead.last_met_at, Lead.active_until,
)  # fmt: skip
OF_THE_LEDGER: Sequence[Any] = (
    Interaction.lead_id, Interaction.show_id, Interaction.member_id, Interaction.kind,
    Interaction.label, Interaction.count, Interaction.note, Interaction.product_id,
    Interaction.at, Interaction.on_day,
)  # fmt: skip
OF_AN_ANSWER: Sequence[Any] = (Answer.lead_id, Answer.qualifier_id, Answer.value)
OF_A_CONSENT: Sequence[Any] = (
    Consent.lead_id, Consent.wording_id, Consent.member_id, Consent.is_given, Consent.language,
    Consent.at,
)  # fmt: skip
OF_A_FOLLOW_UP: Sequence[Any] = (
    FollowUp.lead_id, FollowUp.what, FollowUp.owner_id, FollowUp.due_on,
)  # fmt: skip

ORDERS: dict[str, Sequence[Any]] = {
    "met": (col(Lead.last_met_at).desc(), col(Lead.id).desc()),
    "warmth": (
        col(Lead.potential_until).is_(None),
        col(Lead.potential_until).desc(),
        col(Lead.id).desc(),
    ),
    "name": (col(Lead.sort_name), col(Lead.id)),
    "company": (col(Lead.sort_company), col(Lead.id)),
}

Rows = dict[UUID, list[Any]]


def see_one_state(session: Session) -> None:
    """All that is read afterwards is of one moment, as on SQLite it always is."""
    if session.get_bind().dialect.name == "postgresql":
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})


def leads_in_turn(
    session: Session, actor: Actor, asked: LeadFilter, at: datetime
) -> Iterator[Sequence[Row[Any]]]:
    """The leads a filter asks for, in its order, read on as they are needed."""
    found = leads_filtered(actor, asked, at).with_only_columns(*OF_A_LEAD)
    result = session.execute(
        found.order_by(*ORDERS[asked.order]), execution_options={"yield_per": LEADS_A_QUERY}
    )
    try:
        yield from result.partitions()
    finally:
        result.close()


def ledgers(session: Session, actor: Actor, lead_ids: Collection[UUID]) -> Rows:
    """What happened with each lead, oldest first."""
    found = owned(Interaction, actor).where(col(Interaction.lead_id).in_(lead_ids))
    ordered = found.order_by(col(Interaction.at), col(Interaction.id))
    return _by_lead(session, ordered.with_only_columns(*OF_THE_LEDGER))


def answers(session: Session, actor: Actor, lead_ids: Collection[UUID]) -> Rows:
    """Oldest first."""
    found = owned(Answer, actor).where(col(Answer.lead_id).in_(lead_ids))
    ordered = found.order_by(col(Answer.at), col(Answer.id))
    return _by_lead(session, ordered.with_only_columns(*OF_AN_ANSWER))


def consents(session: Session, actor: Actor, lead_ids: Collection[UUID]) -> Rows:
    """To being followed up, oldest first."""
    found = owned(Consent, actor).where(col(Consent.lead_id).in_(lead_ids))
    ordered = found.where(Consent.purpose == FOLLOW_UP).order_by(col(Consent.at), col(Consent.id))
    return _by_lead(session, ordered.with_only_columns(*OF_A_CONSENT))


def open_follow_ups(session: Session, actor: Actor, lead_ids: Collection[UUID]) -> Rows:
    """Still to be done, by due day; without one last."""
    found = owned(FollowUp, actor).where(col(FollowUp.lead_id).in_(lead_ids))
    ordered = found.where(col(FollowUp.done_at).is_(None)).order_by(
        col(FollowUp.due_on).is_(None), col(FollowUp.due_on), col(FollowUp.id)
    )
    return _by_lead(session, ordered.with_only_columns(*OF_A_FOLLOW_UP))


def _by_lead(session: Session, found: Any) -> Rows:
    grouped: Rows = defaultdict(list)
    for row in session.execute(found):
        grouped[row.lead_id].append(row)
    return grouped


def questions_with_columns(session: Session, actor: Actor, asked: LeadFilter) -> list[Qualifier]:
    """The questions of the show, or of all; removed ones where somebody has answered them."""
    answered = owned(Answer, actor).with_only_columns(col(Answer.qualifier_id))
    found = owned(Qualifier, actor).where(
        col(Qualifier.removed_at).is_(None) | col(Qualifier.id).in_(answered)
    )
    if asked.show:
        found = found.where(Qualifier.show_id == asked.show)
    in_order = (col(Qualifier.removed_at).is_not(None), col(Qualifier.position), col(Qualifier.id))
    return list(session.exec(found.order_by(*in_order)))


def wordings(session: Session, actor: Actor) -> list[ConsentWording]:
    """Every version of every show."""
    return list(session.exec(owned(ConsentWording, actor)))
