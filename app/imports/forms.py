"""What arrives when the organiser's list is taken in."""

from pydantic import BaseModel, Field, field_validator

from app.directory.columns import MOST_COLUMNS, is_usable
from app.directory.headings import EXTRA, FIELDS, REPEATABLE
from app.web.language import N_


class ColumnsForm(BaseModel):
    """What each column of the list holds; "" for one to leave out."""

    fields: list[str] = Field(default=[], validate_default=True)

    @field_validator("fields")
    @classmethod
    def are_ours(cls, fields: list[str]) -> list[str]:
        if len(fields) > MOST_COLUMNS or not {*FIELDS, EXTRA, ""} >= set(fields):
            raise ValueError(N_("Please choose one of the list."))
        if not is_usable(fields):
            raise ValueError(
                N_("Please say which column holds the badge number, and which a name or company.")
            )
        if any(fields.count(name) > 1 for name in set(fields) - REPEATABLE - {EXTRA, ""}):
            raise ValueError(N_("Two columns hold the same. Please choose one of them."))
        return fields


class PhonesForm(BaseModel):
    """Whether phones keep a copy of the list."""

    on_phones: bool = False
