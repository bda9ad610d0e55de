"""What a phone reports."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.kit.device_time import DeviceTime

Count = Annotated[int, Field(ge=0, le=1_000_000)]


class ReportForm(BaseModel):
    """What waits on the phone, counted by itself, and how it is with its clock and its storage."""

    model_config = ConfigDict(extra="ignore")

    phone_id: UUID
    device_time: DeviceTime
    waiting: Count
    refused: Count = 0
    photos: Count = 0
    oldest_saved_at: DeviceTime | None = None
    is_kept: bool | None = None
    version: Annotated[str, Field(max_length=40)] = ""

    @property
    def holds(self) -> int:
        return self.waiting + self.refused + self.photos
