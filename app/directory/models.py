"""Tables of the organiser's list."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from app.db import Json, Moment
from app.kit.clock import now
from app.kit.ids import new_id


class Directory(SQLModel, table=True):
    """That a show has a list. `version` changes whenever its entries do; phones compare it."""

    __tablename__ = "directory"

    show_id: UUID = Field(foreign_key="show.id", primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id", index=True)
    import_id: UUID | None = Field(default=None, foreign_key="directory_import.id")
    version: UUID = Field(default_factory=new_id)
    on_phones: bool = True
    changed_at: datetime = Field(default_factory=now, sa_type=Moment)


class DirectoryImport(SQLModel, table=True):
    """A file with the list: shown for correction, then taken in, chunk by chunk.

    `state` is shown, under_way, done or failed. `content` is kept until then, and no longer.
    """

    __tablename__ = "directory_import"
    __table_args__ = (Index(None, "exhibitor_id", "show_id", "created_at"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    show_id: UUID = Field(foreign_key="show.id")
    member_id: UUID = Field(foreign_key="member.id")
    state: str = "shown"
    file_name: str
    content: bytes | None = None
    fields: list[str] = Field(default_factory=list, sa_type=Json)
    seen: dict[str, Any] = Field(default_factory=dict, sa_type=Json)  # headings, samples, counts
    written: int = 0
    completed: int = 0
    created_at: datetime = Field(default_factory=now, sa_type=Moment)
    beat_at: datetime = Field(default_factory=now, sa_type=Moment)


class DirectoryEntry(SQLModel, table=True):
    """Who wears a badge number. `import_id` is the newest list that has it.

    `key` is the number as badges are compared; `fields` are the wearer's other details, `extra`
    the columns that are none of ours, `digest` tells whether a newer list says the same.
    """

    __tablename__ = "directory_entry"

    show_id: UUID = Field(foreign_key="show.id", primary_key=True)
    key: str = Field(primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    import_id: UUID = Field(foreign_key="directory_import.id")
    badge_id: str
    name: str = ""
    company: str = ""
    fields: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    extra: dict[str, str] = Field(default_factory=dict, sa_type=Json)
    digest: str


class DirectoryCopy(SQLModel, table=True):
    """The list as phones keep it, packed (gzip): number, name and company, a line each."""

    __tablename__ = "directory_copy"

    show_id: UUID = Field(foreign_key="show.id", primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    version: UUID
    content: bytes
