"""What a rescue file holds, opened: captures as they were to be sent, and photos."""

import json
import zlib
from base64 import b64decode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from app.capture.batch import LARGEST_BATCH
from app.photos.forms import PhotoForm
from app.rescue.problem import Unreadable

GZIP = 16 + zlib.MAX_WBITS
LARGEST = 256 * 1024 * 1024  # unpacked: a small file must not fill the memory


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of the file. `form` is None where nobody can say what it belongs to."""

    form: PhotoForm | None
    content: bytes


@dataclass(frozen=True, slots=True)
class Content:
    """Captures with the names they had on the phone, in the order they were made; photos."""

    captures: Sequence[Any]
    labels: Sequence[str]
    photos: Sequence[Photo]

    def batches(self) -> Iterator[Sequence[Any]]:
        for start in range(0, len(self.captures), LARGEST_BATCH):
            yield self.captures[start : start + LARGEST_BATCH]


def unpacked(packed: bytes) -> Content:
    """Raises Unreadable where it is not what a phone packed."""
    try:
        held = json.loads(_inflated(packed))
        rows = sorted(held["captures"], key=lambda row: str(row["capture"]["capture_id"]))
        photos = [_photo(photo) for photo in held["photos"]]
        captures = [row["capture"] for row in rows]
        return Content(captures, [_label(row) for row in rows], photos)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error):
        raise Unreadable("damaged") from None


def _inflated(packed: bytes) -> bytes:
    machine = zlib.decompressobj(GZIP)
    whole = machine.decompress(packed, LARGEST)
    if not machine.eof:
        raise ValueError("cut off, or more than fits")
    return whole


def _label(row: dict[str, Any]) -> str:
    label = row.get("label") or {}
    return ", ".join(str(label[name]) for name in ("name", "company") if label.get(name))


def _photo(held: dict[str, Any]) -> Photo:
    content = b64decode(held["bytes_b64"], validate=True)
    try:
        return Photo(PhotoForm.model_validate(held), content)
    except ValidationError:
        return Photo(None, content)
