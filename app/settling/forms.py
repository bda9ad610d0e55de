"""What a person says of a capture that needed one."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, BeforeValidator

from app.capture.forms import Line


def _none_chosen(value: object) -> object:
    return value or None


class ConflictForm(BaseModel):
    """Which of two versions is right; `conflict_id` is the one that was looked at."""

    conflict_id: UUID
    choice: Literal["first", "second", "both"]


class SettlementForm(BaseModel):
    """Who it was; or that nobody knows."""

    name: Line = ""
    company: Line = ""
    job_title: Line = ""
    email: Line = ""
    phone: Line = ""
    show_id: Annotated[UUID | None, BeforeValidator(_none_chosen)] = None
    is_unknown: bool = False
