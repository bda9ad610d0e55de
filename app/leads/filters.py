"""Which leads a list shows, as asked for in its address."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal, TypeVar, get_args
from urllib.parse import urlencode
from uuid import UUID

from app.kit.folding import fold, without_controls

Label = Literal["", "active", "potential", "dormant"]
Rating = Literal["", "hot", "warm", "cold"]
Order = Literal["met", "warmth", "name", "company"]
Value = TypeVar("Value")

LONGEST_SEARCH = 100
DIALLED = re.compile(r"00?[1-9]\d{2,}")


@dataclass(frozen=True, slots=True)
class LeadFilter:
    """Everything a list can be narrowed by; what is empty does not narrow. `order` is how it is
    sorted: last met first, warmest first, or by name or company."""

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


def words_to_find(q: str) -> list[str]:
    """What a search looks for. A phone number is found as it is dialled at home, though it was
    written with the code of its country: without the zeros before it.
    """
    words = fold(q).split()
    return [word.lstrip("0") if DIALLED.fullmatch(word) else word for word in words]


def _written(value: Any) -> str:
    return "1" if value is True else str(value)


def chosen_label(value: str) -> Label:
    return value if value in get_args(Label) else ""  # type: ignore[return-value]


def chosen_rating(value: str) -> Rating:
    return value if value in get_args(Rating) else ""  # type: ignore[return-value]


def chosen_order(value: str) -> Order:
    return value if value in get_args(Order) else "met"  # type: ignore[return-value]


def leads_asked(query: Mapping[str, str]) -> LeadFilter:
    """What the query part of an address asks for; what makes no sense there does not narrow."""
    return LeadFilter(
        q=without_controls(query.get("q", ""))[:LONGEST_SEARCH].strip(),
        show=_read(UUID, query.get("show")),
        behaviour=chosen_label(query.get("behaviour", "")),
        rating=chosen_rating(query.get("rating", "")),
        staff=_read(UUID, query.get("staff")),
        day=_read(date.fromisoformat, query.get("day")),
        product=_read(UUID, query.get("product")),
        needs_look=query.get("needs_look") == "1",
        order=chosen_order(query.get("order", "")),
    )


def _read(read: Callable[[str], Value], written: str | None) -> Value | None:
    try:
        return read(written) if written else None
    except ValueError:
        return None
