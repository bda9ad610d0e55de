"""Tables of qualifiers."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from app.db import Json, Moment
from app.kit.ids import new_id


class Qualifier(SQLModel, table=True):
    """A question staff ask. `kind` is one of single, several, text, number, yes_no."""

    __tablename__ = "qualifier"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    show_id: UUID = Field(foreign_key="show.id", index=True)
    question: str
    kind: str
    options: list[str] = Field(default_factory=list, sa_type=Json)
    is_required: bool = False
    position: int = 0
    removed_at: datetime | None = Field(default=None, sa_type=Moment)


class Answer(SQLModel, table=True):
    """What a visitor answered. A later answer to the same question stands beside the earlier."""

    __tablename__ = "answer"
    __table_args__ = (Index(None, "exhibitor_id", "lead_id"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    lead_id: UUID = Field(foreign_key="lead.id")
    qualifier_id: UUID = Field(foreign_key="qualifier.id")
    capture_id: UUID | None = None
    member_id: UUID | None = Field(default=None, foreign_key="member.id")
    value: Any = Field(sa_type=Json)
    at: datetime = Field(sa_type=Moment)
