"""Finding what needs a person's word, and what depends on it."""

from typing import Any
from uuid import UUID

from sqlmodel import Session, col

from app.accounts.actor import Actor
from app.accounts.scope import owned
from app.capture.models import Capture, CaptureConflict
from app.leads.models import Lead, LeadKey
from app.shows.models import Chip


def capture_locked(session: Session, actor: Actor, capture_id: UUID) -> Capture:
    """A capture as it is now: of two people who settle it at once, the second waits here."""
    found = owned(Capture, actor).where(Capture.id == capture_id).with_for_update()
    return session.exec(found.execution_options(populate_existing=True)).one()


def open_conflict(
    session: Session, actor: Actor, capture_id: UUID, conflict_id: UUID | None = None
) -> CaptureConflict | None:
    """The version that has waited longest to be compared; or a certain one, settled or not."""
    found = owned(CaptureConflict, actor).where(CaptureConflict.capture_id == capture_id)
    if conflict_id:
        found = found.where(CaptureConflict.id == conflict_id)
        return session.exec(found.execution_options(populate_existing=True)).first()
    waiting = found.where(col(CaptureConflict.settled_at).is_(None))
    return session.exec(waiting.order_by(col(CaptureConflict.received_at))).first()


def standing_captures(session: Session, actor: Actor, lead: Lead) -> list[Capture]:
    """The captures of a lead that nothing stands for since."""
    found = owned(Capture, actor).where(Capture.lead_id == lead.id, Capture.state != "replaced")
    return list(session.exec(found.order_by(col(Capture.happened_at), col(Capture.id))))


def leads_by_keys(session: Session, actor: Actor, keys: list[str]) -> dict[str, UUID]:
    found = owned(LeadKey, actor).where(col(LeadKey.key).in_(keys))
    return {known.key: known.lead_id for known in session.exec(found)} if keys else {}


def chip_labels(session: Session, actor: Actor) -> dict[UUID, str]:
    """Of all shows, removed ones too: for old captures."""
    found: Any = session.exec(owned(Chip, actor))
    return {chip.id: chip.label for chip in found}
