"""Where a list goes on: the place of its last row, written into an address."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from json import dumps, loads
from typing import Protocol
from uuid import UUID

from app.leads.filters import Order


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a sorted list: the value it is sorted by, and its id."""

    value: str
    id: UUID

    @property
    def at(self) -> datetime | None:
        """The value as a moment, where it is one."""
        try:
            return datetime.fromisoformat(self.value).astimezone(UTC)
        except (ValueError, OverflowError):
            return None


class Sorted(Protocol):
    """What lists are sorted by."""

    id: UUID
    sort_name: str
    sort_company: str
    last_met_at: datetime
    potential_until: datetime | None


def place_of(row: Sorted, order: Order) -> Place:
    values = {
        "met": row.last_met_at.isoformat(),
        "warmth": row.potential_until.isoformat() if row.potential_until else "",
        "name": row.sort_name,
        "company": row.sort_company,
    }
    return Place(values[order], row.id)


def written(place: Place) -> str:
    text = dumps([place.value, place.id.hex], ensure_ascii=False)
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read(text: str, order: Order) -> Place | None:
    """The place, or none where the text is no place: then the list begins at its beginning."""
    try:
        value, hexed = loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        place = Place(str(value).encode().decode(), UUID(hexed))  # no half a character
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return place if _fits(place, order) else None


def _fits(place: Place, order: Order) -> bool:
    """Whether a row of the list can be there: addresses are written by anybody."""
    if order == "warmth":
        return place.at is not None or not place.value
    return place.at is not None if order == "met" else "\x00" not in place.value
