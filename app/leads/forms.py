"""What people send about a lead."""

import re
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, Field, field_validator

from app.badges.emails import is_email
from app.kit.folding import without_controls
from app.leads.rating import RATED, RATINGS
from app.shows.kinds import LATER_KINDS
from app.web.language import N_

MOST_LINES = 20
LONGEST_NOTE = 4000
KINDS = {kind.key for kind in LATER_KINDS} | {RATED + rating for rating in RATINGS}


def _lines(sent: list[str]) -> list[str]:
    lines = (line.strip() for line in without_controls("\n".join(sent)).split("\n"))
    return list(dict.fromkeys(line for line in lines if line))


def _empty_is_none(value: Any) -> Any:
    return None if value == "" else value


Line = Annotated[str, Field(max_length=200), BeforeValidator(without_controls)]
Lines = Annotated[list[str], Field(max_length=MOST_LINES), BeforeValidator(_lines)]
Note = Annotated[str, Field(max_length=LONGEST_NOTE), BeforeValidator(without_controls)]
Member = Annotated[UUID | None, BeforeValidator(_empty_is_none)]
Day = Annotated[date | None, BeforeValidator(_empty_is_none)]


class LeadForm(BaseModel):
    """All fields of a lead that people may change. Lists are sent one item a line.

    `seen` are the fields as the form showed them first, so that nobody overwrites unseen changes.
    """

    name: Line = ""
    name_prefix: Line = ""
    given_name: Line = ""
    family_name: Line = ""
    company: Line = ""
    department: Line = ""
    job_title: Line = ""
    emails: Lines = []
    phones: Lines = []
    urls: Lines = []
    wechat: Line = ""
    whatsapp: Line = ""
    linkedin: Line = ""
    address: Annotated[str, Field(max_length=500), BeforeValidator(without_controls)] = ""
    city: Line = ""
    country: Line = ""
    badge_id: Line = ""
    seen: Annotated[str, Field(max_length=100_000)] = "{}"

    @field_validator("emails")
    @classmethod
    def are_emails(cls, lines: list[str]) -> list[str]:
        if all(is_email(line) for line in lines):
            return lines
        raise ValueError(N_("One of these is not an e-mail address."))

    @field_validator("phones")
    @classmethod
    def are_phones(cls, lines: list[str]) -> list[str]:
        if all(len(re.findall(r"\d", line)) >= 3 and len(line) <= 60 for line in lines):
            return lines
        raise ValueError(N_("One of these is not a phone number."))


class InteractionForm(BaseModel):
    kind: str
    note: Note = ""

    @field_validator("kind")
    @classmethod
    def is_known(cls, kind: str) -> str:
        if kind in KINDS:
            return kind
        raise ValueError(N_("Please choose one of the list."))


class FollowUpForm(BaseModel):
    what: Annotated[str, Field(min_length=1, max_length=200), BeforeValidator(without_controls)]
    owner_id: Member = None
    due_on: Day = None


class PostponeForm(BaseModel):
    """To when: a day or a week after it is due, or a day that is named."""

    until: Literal["one_day", "one_week", "day"]
    due_on: Day = None


class OtherLeadForm(BaseModel):
    other_id: UUID
