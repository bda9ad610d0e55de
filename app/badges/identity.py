"""Badge identity: which two scans are of the same badge."""

import hashlib
import unicodedata
from re import sub

from app.badges.badge import Badge


def badge_key(badge: Badge, raw: bytes) -> str:
    """Its number, however the code writes it; else the very bytes of the payload."""
    number = normal_number(badge.badge_id)
    return f"id:{number}" if number else f"sha256:{hashlib.sha256(raw).hexdigest()}"


def normal_number(badge_id: str) -> str:
    """Leading zeros count; case, spaces, the stars of Code 39 and the dress of a UUID do not."""
    number = unicodedata.normalize("NFKC", badge_id).casefold().strip()
    number = number.removeprefix("urn:uuid:").removeprefix("uuid:")
    number = sub(r"\s+", "", number).strip("*{}")
    plain = number.replace("-", "")
    is_uuid = len(plain) == 32 and all(c in "0123456789abcdef" for c in plain)
    return plain if is_uuid else number
