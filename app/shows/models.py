"""Tables of shows."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.db import Json, Moment
from app.kit.clock import now
from app.kit.ids import new_id


class Show(SQLModel, table=True):
    """A trade show with the exhibitor's booth at it."""

    __tablename__ = "show"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id", index=True)
    name: str
    venue: str = ""
    city: str = ""
    country: str = ""
    starts_on: date
    ends_on: date
    time_zone: str
    booth: str = ""
    goal: int = 0
    badge_mapping: dict[str, Any] | None = Field(default=None, sa_type=Json)
    is_demo: bool = False
    created_at: datetime = Field(default_factory=now, sa_type=Moment)


class Chip(SQLModel, table=True):
    """One thing that can happen at the booth, tapped on the capture screen.

    An empty label shows the kind's own name in the reader's language.
    """

    __tablename__ = "chip"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    show_id: UUID = Field(foreign_key="show.id", index=True)
    kind: str
    label: str = ""
    position: int = 0
    removed_at: datetime | None = Field(default=None, sa_type=Moment)


class Product(SQLModel, table=True):
    """Something shown at the booth that a visitor may be interested in."""

    __tablename__ = "product"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    show_id: UUID = Field(foreign_key="show.id", index=True)
    name: str
    position: int = 0
    removed_at: datetime | None = Field(default=None, sa_type=Moment)
