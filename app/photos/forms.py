"""What a phone says of a photo."""

from datetime import UTC, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

# As with captures: a phone that has lost its clock says 1970.
TakenAt = Annotated[
    AwareDatetime, Field(ge=datetime(1970, 1, 1, tzinfo=UTC), lt=datetime(2200, 1, 1, tzinfo=UTC))
]


class PhotoForm(BaseModel):
    """Which photo it is, and what it shows. The picture itself is the body, or a line of a file."""

    capture_id: UUID
    photo_id: UUID
    kind: Literal["badge", "card", "other"] = "other"
    taken_at: TakenAt | None = None
