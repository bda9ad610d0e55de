"""What a badge says, once read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Needs = Literal["directory", "key"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """`payload` is the whole text, kept as decoded; only a Wi-Fi password is masked in it."""

    payload: str
    format: str = "unknown"
    charset: str = "utf-8"
    name: str = ""
    name_prefix: str = ""
    given_name: str = ""
    family_name: str = ""
    company: str = ""
    department: str = ""
    job_title: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    address: str = ""
    city: str = ""
    country: str = ""
    badge_id: str = ""
    event_id: str = ""
    note: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    vendor: str = ""
    needs: Needs | None = None
    name_is_guess: bool = False

    @property
    def readable(self) -> bool:
        """Staff can tell whom they met."""
        return bool(self.name or self.company or self.emails or self.phones)
