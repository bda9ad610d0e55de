"""What a phone's clock may say."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AwareDatetime, Field

# A phone that has lost its clock says 1970; years that cannot be reckoned with are no time at all.
DeviceTime = Annotated[
    AwareDatetime, Field(ge=datetime(1970, 1, 1, tzinfo=UTC), lt=datetime(2200, 1, 1, tzinfo=UTC))
]
