import pytest

from app.photos.picture import LARGEST_PHOTO, media_type_of, reason_to_refuse
from tests.pictures import JPEG, PNG, WEBP


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (JPEG, "image/jpeg"),
        (PNG, "image/png"),
        (WEBP, "image/webp"),
        (b"", None),
        (b"GIF89a", None),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (b"<html><script>alert(1)</script>", None),
        (b"RIFF\x00\x00\x00\x00WAVE", None),
        (b"%PDF-1.7", None),
    ],
)
def test_what_a_file_is_is_told_by_its_bytes(content: bytes, media_type: str | None) -> None:
    assert media_type_of(content) == media_type


def test_a_picture_larger_than_any_phone_sends_is_refused() -> None:
    assert reason_to_refuse(JPEG.ljust(LARGEST_PHOTO, b"\0")) == ""
    assert reason_to_refuse(JPEG.ljust(LARGEST_PHOTO + 1, b"\0")) == "too_large"


def test_what_cannot_be_shown_as_a_picture_is_refused() -> None:
    assert reason_to_refuse(b"<html>") == "not_a_picture"
