"""Tables of the booth's phones."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel

from app.db import Moment


class PhoneReport(SQLModel, table=True):
    """The last word of a device on what it holds. Counts are the phone's own, times are ours.

    `phone_id` was made on the phone and stays when somebody else signs in there: whatever it
    held before, it then holds under the new device.
    """

    __tablename__ = "phone_report"
    __table_args__ = (Index(None, "exhibitor_id", "phone_id"),)

    device_id: UUID = Field(foreign_key="device.id", primary_key=True)
    exhibitor_id: UUID = Field(foreign_key="exhibitor.id")
    phone_id: UUID
    waiting: int
    refused: int
    photos: int
    oldest_at: datetime | None = Field(default=None, sa_type=Moment)
    skew_ms: int = Field(sa_type=BigInteger)  # a clock may be off by decades
    is_kept: bool | None = None
    version: str = ""
    reported_at: datetime = Field(sa_type=Moment)
