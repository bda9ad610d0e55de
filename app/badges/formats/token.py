"""Signed tokens and encrypted blobs: claims are read, secrets are left to whoever has the key."""

import base64
import binascii
import json
import math
import re
from collections import Counter
from typing import Any

from app.badges.draft import Draft
from app.badges.formats.json_badge import values_of

JWT = re.compile(r"(?:Bearer )?([\w-]{8,}={0,2})\.([\w-]{2,}={0,2})(?:\.[\w-]*={0,2}){1,3}")
JWE = re.compile(r"[\w-]{8,}(?:\.[\w-]*){4}")
SIGNED = re.compile(r"([\w-]{12,}={0,2})[.:]([\w-]{6,}={0,2})(?:[.:][\w-]{10,})?")
BASE64 = re.compile(r"[A-Za-z0-9+/]{16,}={0,2}")
BASE64_URL = re.compile(r"[\w-]{40,}={0,2}")
HEX_BLOB = re.compile(r"(?:[0-9A-Fa-f]{2}){48,}")
OPENSSL = "U2FsdGVkX1"  # says "Salted__"
RANDOM = 4.0
CLAIM_IDS = ("badge_id", "badge", "reg_id", "attendee_id", "visitor_id", "uid", "id", "sub", "jti")
CLAIM_EVENTS = ("evt", "event", "event_id", "eid", "show", "aud")

Claims = dict[str, Any]


def read_token(text: str) -> Draft | None:
    token = text.strip()
    if len(token) < 20 or any(c.isspace() for c in token):
        return None
    if claims := claims_of_jwt(token) or claims_of_signed(token):
        draft = Draft("encrypted")
        read_claims(draft, claims)
        return draft
    if JWE.fullmatch(token) and token.startswith("eyJ"):
        return Draft("encrypted", needs="key")
    return read_blob(token)


def read_blob(token: str) -> Draft | None:
    """Padded or in whole cipher blocks: encrypted. Else a long random word: a signed secret."""
    if HEX_BLOB.fullmatch(token):
        return Draft("encrypted", needs="key")
    if not is_random(token):
        return None
    if BASE64.fullmatch(token) and (token.endswith("=") or set("+/") & set(token)):
        size = len(token.rstrip("=")) * 3 // 4
        blocks = size >= 16 and size % 8 == 0 and not token.startswith(OPENSSL)
        vendor = "eventmaker" if blocks else ""
        return Draft("encrypted", needs="key", vendor=vendor)
    if BASE64_URL.fullmatch(token):
        return Draft("encrypted", needs="directory", vendor="pretix")
    return None


def is_random(token: str) -> bool:
    """Capitals, small letters and digits, all of them and well mixed."""
    kinds = (
        any(map(str.isupper, token)) + any(map(str.islower, token)) + any(map(str.isdecimal, token))
    )
    return (
        kinds == 3
        and len(token) >= 20
        and entropy(token[:200]) > min(RANDOM, 0.75 * math.log2(len(token)))
    )


def entropy(text: str) -> float:
    total = len(text)
    return -sum(n / total * math.log2(n / total) for n in Counter(text).values())


def claims_of_jwt(token: str) -> Claims:
    match = JWT.fullmatch(token)
    return claims_in(match[2]) if match and claims_in(match[1]) else {}


def claims_of_signed(token: str) -> Claims:
    match = SIGNED.fullmatch(token)
    return claims_in(match[1]) if match else {}


def claims_in(part: str) -> Claims:
    raw = from_base64(part)
    try:
        claims = json.loads(raw) if raw[:1] == b"{" else {}
    except (ValueError, RecursionError):
        return {}
    return claims if isinstance(claims, dict) else {}


def from_base64(part: str) -> bytes:
    plain = part.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""


def read_claims(draft: Draft, claims: Claims) -> None:
    """The signature is the organiser's business: what is said is only read."""
    for rank, key in enumerate(CLAIM_IDS):
        if isinstance(claims.get(key), str | int):
            draft.put_badge_id(str(claims[key]), min(rank, 3))
    for key in CLAIM_EVENTS:
        if isinstance(claims.get(key), str | int):
            draft.put("event_id", str(claims[key]))
    for key, value, parent in values_of(claims):
        if key not in {
            "iss",
            "aud",
            "iat",
            "exp",
            "nbf",
            "kid",
            "nonce",
            *CLAIM_IDS,
            *CLAIM_EVENTS,
        }:
            draft.put_foreign(key, value, parent)


def wrapped_text(text: str) -> str:
    """Text that was put into base64 as it is; "" when the bytes are none."""
    token = text.strip()
    if not 16 <= len(token) <= 12000 or not re.fullmatch(r"[\w+/-]+={0,2}", token):
        return ""
    raw = from_base64(token)
    try:
        inner = raw.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    printable = all(c.isprintable() or c in "\r\n\t" for c in inner)
    return inner if printable and any(c in inner for c in ":|^;,{@~$\t") else ""
