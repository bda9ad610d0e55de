"""What arrives when a question is written."""

from typing import Literal

from pydantic import BaseModel, Field, ValidationInfo, field_validator

from app.kit.folding import fold
from app.qualifiers.kinds import KINDS
from app.web.language import N_

MOST_OPTIONS = 20
LONGEST_OPTION = 80


class QualifierForm(BaseModel):
    """A question. Its options come one on a line; kinds that need none drop them."""

    question: str = Field(min_length=1, max_length=200)
    kind: Literal["single", "several", "yes_no", "number", "text"]
    options: list[str] = Field(default=[], validate_default=True)
    is_required: bool = False

    @field_validator("options", mode="before")
    @classmethod
    def one_on_a_line(cls, options: list[str]) -> list[str]:
        distinct: dict[str, str] = {}
        for line in (line.strip() for text in options for line in text.splitlines()):
            distinct.setdefault(fold(line), line)
        return [line for line in distinct.values() if line]

    @field_validator("options")
    @classmethod
    def enough_to_choose_from(cls, options: list[str], info: ValidationInfo) -> list[str]:
        if not _has_options(info.data.get("kind", "")):
            return []
        if len(options) < 2:
            raise ValueError(N_("Please write at least two different options, one on each line."))
        if len(options) > MOST_OPTIONS:
            raise ValueError(N_("Please write 20 options at most."))
        if any(len(option) > LONGEST_OPTION for option in options):
            raise ValueError(N_("An option is too long: at most 80 characters."))
        return options


def _has_options(kind: str) -> bool:
    return kind in KINDS and KINDS[kind].has_options
