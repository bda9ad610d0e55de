"""What arrives when a show is set up."""

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import BaseModel, Field, ValidationInfo, field_validator

from app.shows.kinds import BOOTH_KINDS
from app.shows.zones import is_zone, zone_of_country
from app.web.language import N_

LONGEST_SHOW = timedelta(days=60)
BOOTH_KEYS = frozenset(kind.key for kind in BOOTH_KINDS)


class ShowForm(BaseModel):
    """The details of a show. An empty time zone means the one of the country, where it has one."""

    name: str = Field(min_length=1, max_length=120)
    venue: str = Field("", max_length=120)
    city: str = Field("", max_length=120)
    country: str = Field("", pattern=r"^([A-Z]{2})?$")
    starts_on: date
    ends_on: date
    time_zone: str = Field("", validate_default=True)
    booth: str = Field("", max_length=60)
    goal: int = Field(0, ge=0, le=1_000_000)

    @field_validator("ends_on")
    @classmethod
    def ends_after_it_starts(cls, ends_on: date, info: ValidationInfo) -> date:
        starts_on = info.data.get("starts_on", ends_on)
        if ends_on < starts_on:
            raise ValueError(N_("The last day is before the first."))
        if ends_on - starts_on >= LONGEST_SHOW:
            raise ValueError(N_("A show lasts 60 days at most."))
        return ends_on

    @field_validator("time_zone")
    @classmethod
    def has_a_time_zone(cls, time_zone: str, info: ValidationInfo) -> str:
        found = time_zone or zone_of_country(info.data.get("country", ""))
        if not found:
            raise ValueError(N_("Please choose the time zone: the country does not say it."))
        if not is_zone(found):
            raise ValueError(N_("Please choose one of the list."))
        return found

    @field_validator("goal", mode="before")
    @classmethod
    def no_goal_is_none(cls, goal: object) -> object:
        return 0 if goal == "" else goal


class ChipForm(BaseModel):
    """An interaction that the capture screen offers. Without a label it has its kind's name."""

    kind: str
    label: str = Field("", max_length=40)

    @field_validator("kind")
    @classmethod
    def happens_at_the_booth(cls, kind: str) -> str:
        if kind not in BOOTH_KEYS:
            raise ValueError(N_("Please choose one of the list."))
        return kind


class ChipLabelForm(BaseModel):
    label: str = Field("", max_length=40)


class ProductForm(BaseModel):
    name: str = Field(min_length=1, max_length=80)


class StepForm(BaseModel):
    """One place up (-1) or down (1) in a list."""

    step: Annotated[Literal["-1", "1"], Field()]

    @property
    def places(self) -> int:
        return int(self.step)
