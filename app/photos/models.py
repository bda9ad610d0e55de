"""Table of photos."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index
from sqlmodel import Field, SQLModel

from app.db import Moment


class Photo(SQLModel, table=True):
    """A picture taken with a capture, as the phone scaled it. The id was made on the phone."""

    __tablename__ = "photo"
    __table_args__ = (
        ForeignKeyConstraint(
            ["exhibitor_id", "capture_id"], ["capture.exhibitor_id", "capture.id"]
        ),
        Index(None, "exhibitor_id", "capture_id"),
    )

    exhibitor_id: UUID = Field(foreign_key="exhibitor.id", primary_key=True)
    id: UUID = Field(primary_key=True)
    capture_id: UUID
    kind: str
    media_type: str
    content: bytes
    sha256: str
    taken_at: datetime = Field(sa_type=Moment)
    received_at: datetime = Field(sa_type=Moment)
    sent_by_id: UUID = Field(foreign_key="member.id")
