"""What a file must be to be kept as a photo: looked at, not believed."""

LARGEST_PHOTO = 2 * 1024 * 1024
MOST_PHOTOS = 12

TOO_LARGE, NOT_A_PICTURE = "too_large", "not_a_picture"


def media_type_of(content: bytes) -> str | None:
    """JPEG, PNG or WebP by its first bytes; None for anything else."""
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return None


def reason_to_refuse(content: bytes) -> str:
    """Why these bytes are not kept; empty when they are."""
    if len(content) > LARGEST_PHOTO:
        return TOO_LARGE
    return "" if media_type_of(content) else NOT_A_PICTURE
