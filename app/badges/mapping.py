"""The show's field mapping: which column of a delimited payload is what."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.badges.listed import listed

MAPPABLE = frozenset(
    listed(
        """
    name name_prefix given_name family_name company department job_title emails phones urls
    address city country badge_id event_id note
    """
    )
)


@dataclass(frozen=True, slots=True)
class FieldMapping:
    """`fields` names the badge's field of each column; "" is a column to leave out."""

    delimiter: str
    fields: tuple[str, ...]

    def __post_init__(self) -> None:
        unknown = [name for name in self.fields if name and name not in MAPPABLE]
        if unknown:
            raise ValueError(f"no such field of a badge: {', '.join(unknown)}")
        if not self.delimiter:
            raise ValueError("a field mapping needs a delimiter")

    def fits(self, columns: int) -> bool:
        """A badge may lack its last columns, and end with a separator too many."""
        return 1 < columns <= len(self.fields) + 1

    def as_dict(self) -> dict[str, Any]:
        return {"delimiter": self.delimiter, "fields": list(self.fields)}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> "FieldMapping":
        return cls(str(stored["delimiter"]), tuple(str(name) for name in stored["fields"]))
