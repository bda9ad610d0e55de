"""What recording captures has to look up, for many captures at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy
from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    bindparam,
    func,
    literal_column,
    or_,
)
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.accounts.actor import Actor
from app.accounts.models import Member
from app.accounts.queries import seal_of
from app.accounts.scope import owned
from app.capture.models import Capture, CaptureConflict
from app.capture.setting import Seal, Setting, ShowSetting, mapping_of
from app.consent.models import ConsentWording
from app.directory.queries import shows_with_directory
from app.leads.ledger import Line
from app.leads.models import Interaction, Lead, LeadKey
from app.qualifiers.models import Qualifier
from app.shows.days import zone_named
from app.shows.models import Chip, Product, Show

Identity = tuple[UUID, UUID]

CAPTURES = select(Capture.exhibitor_id, Capture.id, Capture.body_sha256, Capture.lead_id).where(
    col(Capture.exhibitor_id).in_(bindparam("exhibitors", expanding=True)),
    col(Capture.id).in_(bindparam("ids", expanding=True)),
)
KEYS = select(LeadKey.exhibitor_id, LeadKey.key, LeadKey.lead_id).where(
    col(LeadKey.exhibitor_id).in_(bindparam("exhibitors", expanding=True)),
    col(LeadKey.key).in_(bindparam("keys", expanding=True)),
)
LEADS = (
    sqlalchemy.select(Lead.__table__)  # type: ignore[attr-defined]
    .where(
        col(Lead.exhibitor_id).in_(bindparam("exhibitors", expanding=True)),
        col(Lead.id).in_(bindparam("ids", expanding=True)),
    )
    .order_by(col(Lead.id))
    .with_for_update()
)
INTERACTION: Table = Interaction.__table__  # type: ignore[attr-defined]
LINE = ("lead_id", "kind", "at", "on_day", "count", "note")
LEDGER = sqlalchemy.select(*(INTERACTION.c[name] for name in LINE)).where(
    col(Interaction.exhibitor_id).in_(bindparam("exhibitors", expanding=True)),
    col(Interaction.lead_id).in_(bindparam("ids", expanding=True)),
)


def captures_known(
    connection: Connection, exhibitors: Collection[UUID], ids: Collection[UUID]
) -> dict[Identity, tuple[str, UUID | None]]:
    """Of stored captures: the hash of the body, and the lead."""
    rows = connection.execute(CAPTURES, {"exhibitors": list(exhibitors), "ids": list(ids)})
    return {(exhibitor, id_): (sha256, lead) for exhibitor, id_, sha256, lead in rows}


def leads_with_keys(
    connection: Connection, exhibitors: Collection[UUID], keys: Collection[str]
) -> dict[tuple[UUID, str], UUID]:
    if not keys:
        return {}
    rows = connection.execute(KEYS, {"exhibitors": list(exhibitors), "keys": list(keys)})
    return {(exhibitor, key): lead for exhibitor, key, lead in rows}


def leads_locked(
    connection: Connection, exhibitors: Collection[UUID], ids: Collection[UUID]
) -> dict[UUID, dict[str, Any]]:
    """Rows of leads, locked in the order of their ids, so that two writers never wait in a ring."""
    if not ids:
        return {}
    rows = connection.execute(LEADS, {"exhibitors": list(exhibitors), "ids": list(ids)})
    return {row["id"]: dict(row) for row in rows.mappings()}


def ledgers(
    connection: Connection, exhibitors: Collection[UUID], ids: Collection[UUID]
) -> dict[UUID, list[Line]]:
    """The ledger of each lead."""
    found: dict[UUID, list[Line]] = defaultdict(list)
    if ids:
        rows = connection.execute(LEDGER, {"exhibitors": list(exhibitors), "ids": list(ids)})
        for lead_id, *line in rows:
            found[lead_id].append(Line(*line))
    return found


def setting_of(session: Session, actor: Actor) -> Setting:
    """All that an exhibitor's captures may refer to, removed entries included."""
    shows = session.exec(owned(Show, actor)).all()
    chips = _by_show(session.exec(owned(Chip, actor)))
    products = _by_show(session.exec(owned(Product, actor)))
    questions = _by_show(session.exec(owned(Qualifier, actor)))
    wordings = _by_show(session.exec(owned(ConsentWording, actor)))
    listed = shows_with_directory(session, actor)
    settings = {
        show.id: ShowSetting(
            show.id,
            zone_named(show.time_zone),
            show.country,
            mapping_of(show.badge_mapping),
            {chip.id: chip.label for chip in chips[show.id]},
            {product.id: product.name for product in products[show.id]},
            {each.id: (each.kind, each.options) for each in questions[show.id]},
            {wording.id: wording.purpose for wording in wordings[show.id]},
            show.id in listed,
        )
        for show in shows
    }
    members = session.exec(owned(Member, actor))
    return Setting(settings, frozenset(member.id for member in members), _seal(session, actor))


def _seal(session: Session, actor: Actor) -> Seal | None:
    seal = seal_of(session, actor)
    return Seal.of(seal.public_key, seal.generation) if seal else None


def _by_show(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    grouped: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[row.show_id].append(row)
    return grouped


def captures_of_day(
    session: Session, actor: Actor, show: Show, *, since: datetime, until: datetime
) -> list[Capture]:
    """The actor's own captures of a stretch of time, newest first, additions left out."""
    found = owned(Capture, actor).where(
        Capture.show_id == show.id,
        Capture.member_id == actor.member_id,
        col(Capture.happened_at) >= since,
        col(Capture.happened_at) < until,
        col(Capture.adds_to_id).is_(None),
        Capture.state != "replaced",
    )
    return list(session.exec(found.order_by(col(Capture.happened_at).desc()).limit(300)))


def capture_with_id(session: Session, actor: Actor, capture_id: UUID) -> Capture | None:
    return session.exec(owned(Capture, actor).where(Capture.id == capture_id)).first()


def captures_missing(session: Session, actor: Actor, ids: Sequence[UUID]) -> list[UUID]:
    """Those of the ids under which no capture is stored, in their order."""
    found = select(Capture.id).where(
        Capture.exhibitor_id == actor.exhibitor_id, col(Capture.id).in_(ids)
    )
    stored = set(session.exec(found))
    return [each for each in ids if each not in stored]


def lead_of_badge(session: Session, actor: Actor, keys: list[str]) -> Lead | None:
    """The lead one of these keys leads to, the surest key first."""
    for key in keys:
        found = owned(LeadKey, actor).where(LeadKey.key == key)
        if known := session.exec(found).first():
            return session.exec(owned(Lead, actor).where(Lead.id == known.lead_id)).first()
    return None


def last_meeting(session: Session, actor: Actor, lead: Lead) -> list[Interaction]:
    """What happened at the last meeting with a lead: the entries of its newest capture."""
    found = owned(Interaction, actor).where(
        Interaction.lead_id == lead.id, col(Interaction.capture_id).is_not(None)
    )
    entries = session.exec(found.order_by(col(Interaction.at).desc()).limit(20)).all()
    return [entry for entry in entries if entry.capture_id == entries[0].capture_id]


# As the index of them is written: SQLite uses that only where it reads the very same words.
IS_PARKED: ColumnElement[bool] = col(Capture.state) == literal_column("'parked'")
FOR_A_PERSON = (
    "unknown_show", "payload_too_long", "nothing_entered", "photo_to_read", "product", "unreadable",
)  # fmt: skip


def unsettled_captures(session: Session, actor: Actor) -> list[Capture]:
    """Parked captures that need a person's word, the latest first: the actor's own, or all."""
    found = _parked(actor).order_by(col(Capture.happened_at).desc())
    return list(session.exec(found.limit(300)))


def unsettled_conflicts(session: Session, actor: Actor) -> list[Capture]:
    """Captures of which another version waits to be compared, the latest first."""
    found = _twofold(actor).order_by(col(Capture.happened_at).desc())
    return list(session.exec(found.limit(300)))


def count_unsettled(session: Session, actor: Actor) -> int:
    """How much waits for the actor's word."""
    found: list[Any] = [_parked(actor), _twofold(actor)]
    counted = (session.execute(each.with_only_columns(func.count())) for each in found)
    return sum(int(each.scalar_one()) for each in counted)


def _parked(actor: Actor) -> SelectOfScalar[Capture]:
    """Badges that wait for the organiser's list or key ask nobody."""
    unnamed = or_(col(Capture.lead_id).is_(None), col(Lead.needs_look) != "")
    of_lead = and_(col(Lead.id) == Capture.lead_id, col(Lead.exhibitor_id) == actor.exhibitor_id)
    found = owned(Capture, actor).outerjoin(Lead, of_lead)
    asking = (IS_PARKED, col(Capture.reason).in_(FOR_A_PERSON), col(Capture.settled_at).is_(None))
    return found.where(*asking, unnamed, *_by(actor))


def _twofold(actor: Actor) -> SelectOfScalar[Capture]:
    waiting: Any = owned(CaptureConflict, actor).where(col(CaptureConflict.settled_at).is_(None))
    ids = waiting.with_only_columns(col(CaptureConflict.capture_id))
    return owned(Capture, actor).where(col(Capture.id).in_(ids), *_by(actor))


def _by(actor: Actor) -> list[ColumnElement[bool]]:
    of_all = actor.can("settle_for_all")
    return [] if of_all else [col(Capture.member_id) == actor.member_id]
