"""Who is asking."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.accounts.roles import Permission, Role, may


@dataclass(frozen=True, slots=True)
class Actor:
    """The member behind a request, on one device. Everything is found within `exhibitor_id`.

    With `signed_out_at` the device was signed out by a manager: it hands in what it holds.
    """

    exhibitor_id: UUID
    member_id: UUID
    device_id: UUID | None
    sign_in_id: UUID | None
    name: str
    role: Role
    language: str | None = None
    exhibitor_name: str = ""
    is_demo: bool = False
    seen_at: datetime | None = None
    signed_out_at: datetime | None = None

    def can(self, permission: str) -> bool:
        return may(self.role, Permission(permission))
