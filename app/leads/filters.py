"""Which leads a list shows, as asked for in its address."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal, get_args
from urllib.parse import urlencode
from uuid import UUID

Label = Literal["", "active", "potential", "dormant"]
Rating = Literal["", "hot", "warm", "cold"]
Order = Literal["met", "name", "company"]


@dataclass(frozen=True, slots=True)
class LeadFilter:
    """Everything a list can be narrowed by; what is empty does not narrow. `order` is how it is
    sorted: last met first, or by name or company."""

    q: str = ""
    show: UUID | None = None
    behaviour: Label = ""
    rating: Rating = ""
    staff: UUID | None = None
    day: date | None = None
    product: UUID | None = None
    needs_look: bool = False
    order: Order = "met"

    @property
    def narrows(self) -> bool:
        return self != LeadFilter(show=self.show, order=self.order)

    def but(self, **changed: Any) -> "LeadFilter":
        return replace(self, **changed)

    def as_query(self, **changed: Any) -> str:
        """The query part of an address that asks for this."""
        values = asdict(self.but(**changed))
        return urlencode(
            {name: _written(value) for name, value in values.items() if value and value != "met"}
        )


def _written(value: Any) -> str:
    return "1" if value is True else str(value)


def chosen_label(value: str) -> Label:
    return value if value in get_args(Label) else ""  # type: ignore[return-value]


def chosen_rating(value: str) -> Rating:
    return value if value in get_args(Rating) else ""  # type: ignore[return-value]


def chosen_order(value: str) -> Order:
    return value if value in get_args(Order) else "met"  # type: ignore[return-value]
