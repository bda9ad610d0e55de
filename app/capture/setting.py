"""What a capture may refer to: shows and what is set up for them, members."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from app.badges.mapping import FieldMapping


@dataclass(frozen=True, slots=True)
class ShowSetting:
    """One show as capturing needs it. Removed chips, products and questions are in it too."""

    id: UUID
    zone: ZoneInfo
    country: str
    mapping: FieldMapping | None
    chips: Mapping[UUID, str] = field(default_factory=dict)
    products: Mapping[UUID, str] = field(default_factory=dict)
    questions: Mapping[UUID, tuple[str, list[str]]] = field(default_factory=dict)
    wordings: Mapping[UUID, str] = field(default_factory=dict)
    has_directory: bool = False


@dataclass(frozen=True, slots=True)
class Seal:
    """The key to seal with (base64), and which life of the database acknowledges captures now."""

    sealing_key: str
    generation: str

    @classmethod
    def of(cls, public_key: bytes, generation: UUID) -> Self:
        return cls(b64encode(public_key).decode(), str(generation))


@dataclass(frozen=True, slots=True)
class Setting:
    """All of an exhibitor's shows and members, and what its phones seal copies with."""

    shows: Mapping[UUID, ShowSetting]
    members: frozenset[UUID]
    seal: Seal | None = None


def mapping_of(stored: Mapping[str, Any] | None) -> FieldMapping | None:
    """The show's mapping; one that makes no sense is as good as none, for captures must go on."""
    try:
        return FieldMapping.from_dict(stored) if stored else None
    except (KeyError, TypeError, ValueError):
        return None
