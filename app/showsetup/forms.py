"""What arrives when a show is taught its badges."""

from pydantic import BaseModel, Field, field_validator

from app.badges.mapping import FieldMapping
from app.showsetup.columns import DELIMITERS, FIELD_NAMES, MOST_COLUMNS
from app.web.language import N_

# A badge may have several of these.
REPEATABLE = frozenset({"emails", "phones", "urls", "address"})


class BadgeMappingForm(BaseModel):
    """Which column of a badge's text is what; "" for a column to leave out."""

    delimiter: str
    fields: list[str] = Field(default=[], validate_default=True)

    @field_validator("delimiter")
    @classmethod
    def is_known(cls, delimiter: str) -> str:
        if delimiter not in DELIMITERS:
            raise ValueError(N_("Please choose one of the list."))
        return delimiter

    @field_validator("fields")
    @classmethod
    def says_something(cls, fields: list[str]) -> list[str]:
        named = [name for name in fields if name]
        if not named:
            raise ValueError(N_("Please say what at least one column holds."))
        if len(fields) > MOST_COLUMNS or not FIELD_NAMES.keys() >= set(named):
            raise ValueError(N_("Please choose one of the list."))
        if any(named.count(name) > 1 for name in set(named) - REPEATABLE):
            raise ValueError(N_("Two columns hold the same. Please choose one of them."))
        return fields

    @property
    def mapping(self) -> FieldMapping:
        return FieldMapping(DELIMITERS[self.delimiter][0], tuple(self.fields))
