"""What a phone sends."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from app.kit.device_time import DeviceTime
from app.kit.folding import without_controls

Line = Annotated[str, AfterValidator(without_controls), StringConstraints(max_length=300)]
Word = Annotated[str, AfterValidator(without_controls), StringConstraints(max_length=40)]
Text = Annotated[str, AfterValidator(without_controls), StringConstraints(max_length=10_000)]
LARGEST_SKEW = 230 * 366 * 86_400_000  # in milliseconds: no two clocks differ by more


class Sent(BaseModel):
    """What we do not know is kept in the capture's body and otherwise passed over."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)


class TypedFields(Sent):
    """What staff typed about the visitor; absent where they typed nothing."""

    name: Line = ""
    company: Line = ""
    job_title: Line = ""
    email: Line = ""
    phone: Line = ""


class TappedChip(Sent):
    kind: Word
    chip_id: UUID | None = None


class NextStep(Sent):
    what: Line = ""
    owner_id: UUID | None = None
    due_on: date | None = None


class GivenConsent(Sent):
    wording_id: UUID | None = None
    given: bool = False
    language: Literal["en", "zh-Hans"] = "en"


class CaptureForm(Sent):
    """One capture. Times are the phone's own clock; the payload is base64 of the code's bytes.

    `skew_ms` is how far that clock was behind ours when the badge was scanned, where the phone
    was sure of it: somebody may set the clock before the capture is sent.
    """

    capture_id: UUID
    show_id: UUID
    member_id: UUID
    captured_at: DeviceTime
    skew_ms: Annotated[int, Field(ge=-LARGEST_SKEW, le=LARGEST_SKEW)] | None = None
    source: Literal["camera", "photo", "wedge", "typed"] = "typed"
    symbology: Word | None = None
    payload_b64: str | None = None
    adds_to: UUID | None = None
    fields: TypedFields = Field(default_factory=TypedFields)
    rating: Literal["hot", "warm", "cold"] | None = None
    interactions: Annotated[list[TappedChip], Field(max_length=40)] = Field(default_factory=list)
    products: Annotated[list[UUID], Field(max_length=100)] = Field(default_factory=list)
    answers: dict[UUID, Any] = Field(default_factory=dict)
    note: Text = ""
    next_step: NextStep | None = None
    consent: GivenConsent | None = None
    photos: Annotated[list[UUID], Field(max_length=20)] = Field(default_factory=list)


class BatchForm(Sent):
    """Captures are checked one by one, so that a bad one does not take the others down. Many
    more than a phone sends are not even counted."""

    device_time: DeviceTime
    captures: Annotated[list[Any], Field(max_length=1000)]


class HeldForm(Sent):
    """The ids under which a phone has had captures acknowledged."""

    capture_ids: Annotated[list[UUID], Field(max_length=1000)]


class SealedCopy(Sent):
    """A capture as it was sent, sealed (base64) for the exhibitor when it was acknowledged."""

    capture_id: UUID
    sealed: str


class CopiesForm(Sent):
    copies: Annotated[list[SealedCopy], Field(max_length=1000)]


class BadgeForm(Sent):
    """A badge that a phone asks about while the sheet is open."""

    show_id: UUID
    payload_b64: Annotated[str, StringConstraints(max_length=16_000)]
    symbology: str | None = None
