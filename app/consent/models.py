"""Tables of consent."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.db import Moment
from app.kit.clock import now
from app.kit.ids import new_id


class ConsentWording(SQLModel, table=True):
    """What a visitor of a show is asked, in both languages. A change makes a new version."""

    __tablename__ = "consent_wording"
    __table_args__ = (UniqueConstraint("show_id", "version"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    show_id: UUID = Field(foreign_key="show.id")
    version: int = 1
    purpose: str = "follow_up"
    text_en: str
    text_zh: str
    created_at: datetime = Field(default_factory=now, sa_type=Moment)


class Consent(SQLModel, table=True):
    """A permission given or withdrawn: append-only, the newest of a purpose counts."""

    __tablename__ = "consent"
    __table_args__ = (Index(None, "exhibitor_id", "lead_id"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    lead_id: UUID = Field(foreign_key="lead.id")
    wording_id: UUID | None = Field(default=None, foreign_key="consent_wording.id")
    capture_id: UUID | None = None
    member_id: UUID | None = Field(default=None, foreign_key="member.id")
    purpose: str
    is_given: bool
    language: str
    at: datetime = Field(sa_type=Moment)
