"""Tables of captures."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, Index, UniqueConstraint, literal_column
from sqlmodel import Field, SQLModel

from app.db import Json, Moment
from app.kit.ids import new_id

PARKED: ColumnElement[bool] = literal_column("state = 'parked'")


class Capture(SQLModel, table=True):
    """What a phone recorded, as it sent it. The id was made on the phone.

    `state` is recorded or parked, `reason` says why it is parked; `body_sha256` tells a repeat
    from a conflict. `captured_at` is the phone's clock as it was; `happened_at` what we make of it.
    `after_sign_out`: handed in by a phone that a manager had signed out before.
    Once a person has settled it, `settled_at` says when; where another capture stands for it since,
    `state` is replaced and `replaced_by_id` says which.
    """

    __tablename__ = "capture"
    __table_args__ = (
        Index(None, "exhibitor_id", "lead_id"),
        Index(None, "exhibitor_id", "show_id", "captured_at"),
        Index(None, "exhibitor_id", "member_id", "happened_at"),
        Index(
            "ix_capture_parked",
            "exhibitor_id",
            "reason",
            sqlite_where=PARKED,
            postgresql_where=PARKED,
        ),
        Index(
            "ix_capture_after_sign_out",
            "exhibitor_id",
            sqlite_where=literal_column("after_sign_out"),
            postgresql_where=literal_column("after_sign_out"),
        ),
    )

    exhibitor_id: UUID = Field(foreign_key="exhibitor.id", primary_key=True)
    id: UUID = Field(primary_key=True)
    show_id: UUID | None = Field(default=None, foreign_key="show.id")
    member_id: UUID = Field(foreign_key="member.id")
    sent_by_id: UUID = Field(foreign_key="member.id")
    device_id: UUID | None = Field(default=None, foreign_key="device.id")
    payload: bytes
    symbology: str = ""
    source: str
    body: dict[str, Any] = Field(sa_type=Json)
    body_sha256: str
    badge_key: str = ""
    adds_to_id: UUID | None = None
    captured_at: datetime = Field(sa_type=Moment)
    happened_at: datetime = Field(sa_type=Moment)
    received_at: datetime = Field(sa_type=Moment)
    skew_ms: int = Field(default=0, sa_type=BigInteger)  # a clock may be off by decades
    after_sign_out: bool = False
    state: str
    reason: str = ""
    lead_id: UUID | None = Field(default=None, foreign_key="lead.id")
    settled_at: datetime | None = Field(default=None, sa_type=Moment)
    settled_by_id: UUID | None = None
    replaced_by_id: UUID | None = None


class CaptureConflict(SQLModel, table=True):
    """A second, different body under the id of a stored capture: kept for a person to settle.

    `choice` is what they decided: first, second or both; `became_id` the capture it became.
    """

    __tablename__ = "capture_conflict"
    __table_args__ = (UniqueConstraint("exhibitor_id", "capture_id", "body_sha256"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    capture_id: UUID
    sent_by_id: UUID = Field(foreign_key="member.id")
    payload: bytes
    body: dict[str, Any] = Field(sa_type=Json)
    body_sha256: str
    received_at: datetime = Field(sa_type=Moment)
    skew_ms: int = Field(default=0, sa_type=BigInteger)
    settled_at: datetime | None = Field(default=None, sa_type=Moment)
    settled_by_id: UUID | None = Field(default=None, foreign_key="member.id")
    choice: str = ""
    became_id: UUID | None = None
