"""Tables of leads."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from app.db import Json, Moment
from app.kit.clock import now
from app.kit.ids import new_id


class Lead(SQLModel, table=True):
    """One person, known to one exhibitor.

    The ledger is the truth; `heat`, `active_until`, `potential_until`, `rating` and the two
    times of meeting are derived from it, kept here so that lists are index ranges.
    """

    __tablename__ = "lead"
    __table_args__ = (
        Index(None, "exhibitor_id", "last_met_at", "id"),
        Index(None, "exhibitor_id", "sort_name", "id"),
        Index(None, "exhibitor_id", "active_until"),
        Index(None, "exhibitor_id", "potential_until"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    name: str = ""
    name_prefix: str = ""
    given_name: str = ""
    family_name: str = ""
    company: str = ""
    department: str = ""
    job_title: str = ""
    emails: list[str] = Field(default_factory=list, sa_type=Json)
    phones: list[dict[str, str]] = Field(default_factory=list, sa_type=Json)  # written, e164
    urls: list[str] = Field(default_factory=list, sa_type=Json)
    links: dict[str, str] = Field(default_factory=dict, sa_type=Json)
    address: str = ""
    city: str = ""
    country: str = ""
    badge_id: str = ""
    rating: str = ""
    needs_look: str = ""
    sort_name: str = ""
    sort_company: str = ""
    search_text: str = ""
    first_met_at: datetime = Field(sa_type=Moment)
    last_met_at: datetime = Field(sa_type=Moment)
    heat: float | None = None
    active_until: datetime | None = Field(default=None, sa_type=Moment)
    potential_until: datetime | None = Field(default=None, sa_type=Moment)
    merged_into_id: UUID | None = Field(default=None, foreign_key="lead.id", index=True)
    created_at: datetime = Field(default_factory=now, sa_type=Moment)
    changed_at: datetime = Field(default_factory=now, sa_type=Moment)


class LeadAtShow(SQLModel, table=True):
    """That a lead was met at a show; the tag's two times make a show's list an index range."""

    __tablename__ = "lead_at_show"
    __table_args__ = (
        Index(None, "exhibitor_id", "show_id", "last_met_at", "lead_id"),
        Index(None, "exhibitor_id", "show_id", "active_until"),
        Index(None, "exhibitor_id", "show_id", "potential_until"),
    )

    show_id: UUID = Field(foreign_key="show.id", primary_key=True)
    lead_id: UUID = Field(foreign_key="lead.id", primary_key=True, index=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    first_met_at: datetime = Field(sa_type=Moment)
    last_met_at: datetime = Field(sa_type=Moment)
    active_until: datetime | None = Field(default=None, sa_type=Moment)
    potential_until: datetime | None = Field(default=None, sa_type=Moment)


class LeadKey(SQLModel, table=True):
    """What a lead is surely known by, such as a badge at a show. One key leads to one lead."""

    __tablename__ = "lead_key"

    exhibitor_id: UUID = Field(foreign_key="exhibitor.id", primary_key=True)
    key: str = Field(primary_key=True)
    lead_id: UUID = Field(foreign_key="lead.id", index=True)


class Interaction(SQLModel, table=True):
    """One thing that happened with a lead: an entry of the ledger, written once.

    `on_day` is the day at the show's own clock; `count` is how often it happened at once.
    """

    __tablename__ = "interaction"
    __table_args__ = (
        Index(None, "exhibitor_id", "lead_id", "at"),
        Index(None, "exhibitor_id", "show_id", "on_day", "member_id"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    lead_id: UUID = Field(foreign_key="lead.id")
    show_id: UUID | None = Field(default=None, foreign_key="show.id")
    capture_id: UUID | None = Field(default=None, index=True)
    member_id: UUID | None = Field(default=None, foreign_key="member.id")
    kind: str
    label: str = ""
    count: int = 1
    note: str = ""
    product_id: UUID | None = Field(default=None, foreign_key="product.id")
    at: datetime = Field(sa_type=Moment)
    on_day: date
    created_at: datetime = Field(default_factory=now, sa_type=Moment)


class FollowUp(SQLModel, table=True):
    """A promised next step with an owner and a due day."""

    __tablename__ = "follow_up"
    __table_args__ = (
        Index(None, "exhibitor_id", "lead_id"),
        Index(None, "exhibitor_id", "owner_id", "done_at", "due_on"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    lead_id: UUID = Field(foreign_key="lead.id")
    capture_id: UUID | None = None
    what: str
    owner_id: UUID | None = Field(default=None, foreign_key="member.id")
    due_on: date | None = None
    created_by_id: UUID | None = Field(default=None, foreign_key="member.id")
    created_at: datetime = Field(default_factory=now, sa_type=Moment)
    done_at: datetime | None = Field(default=None, sa_type=Moment)
    done_by_id: UUID | None = Field(default=None, foreign_key="member.id")


class LeadEdit(SQLModel, table=True):
    """That a member changed fields of a lead: {field: [before, after]}. Edits win."""

    __tablename__ = "lead_edit"
    __table_args__ = (Index(None, "exhibitor_id", "lead_id"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    lead_id: UUID = Field(foreign_key="lead.id")
    member_id: UUID | None = Field(default=None, foreign_key="member.id")
    capture_id: UUID | None = None
    changes: dict[str, list[Any]] = Field(sa_type=Json)
    at: datetime = Field(default_factory=now, sa_type=Moment)


class Merge(SQLModel, table=True):
    """That one lead was merged into another, and what moved, so that it can be undone."""

    __tablename__ = "merge"
    __table_args__ = (Index(None, "exhibitor_id", "kept_id"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    kept_id: UUID = Field(foreign_key="lead.id")
    gone_id: UUID = Field(foreign_key="lead.id")
    moved: dict[str, list[str]] = Field(sa_type=Json)
    member_id: UUID | None = Field(default=None, foreign_key="member.id")
    at: datetime = Field(default_factory=now, sa_type=Moment)
    undone_at: datetime | None = Field(default=None, sa_type=Moment)
    undone_by_id: UUID | None = Field(default=None, foreign_key="member.id")


class DifferentPeople(SQLModel, table=True):
    """That a member said two similar leads are two people: they are not suggested again."""

    __tablename__ = "different_people"

    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    lead_id: UUID = Field(foreign_key="lead.id", primary_key=True)
    other_id: UUID = Field(foreign_key="lead.id", primary_key=True)
    member_id: UUID | None = Field(default=None, foreign_key="member.id")
    at: datetime = Field(default_factory=now, sa_type=Moment)
