"""Badges line by line: one JSON object in, one out."""

import base64
import binascii
import json
from typing import Any

from app.badges.badge import Badge
from app.badges.parse import parse_badge


def answer_line(line: str) -> str:
    """A line that cannot be read is answered too, with what is wrong."""
    try:
        answer = as_answer(parse_badge(payload_in(line)))
    except (ValueError, RecursionError) as wrong:
        answer = {"error": str(wrong) or "not a JSON object"}
    return json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")


def payload_in(line: str) -> str | bytes:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as wrong:
        raise ValueError("not a JSON object") from wrong
    if not isinstance(asked, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004  what is wrong is the line, not a type
    coded, payload = asked.get("payload_b64"), asked.get("payload")
    if isinstance(coded, str):
        try:
            return base64.b64decode(coded, validate=True)
        except (binascii.Error, ValueError) as wrong:
            raise ValueError("payload_b64 is not base64") from wrong
    if isinstance(payload, str):
        return payload
    raise ValueError("neither payload nor payload_b64 is a text")


def as_answer(badge: Badge) -> dict[str, Any]:
    """Phones stay as written; the payload itself is not repeated."""
    answer: dict[str, Any] = {
        "format": badge.format,
        "charset": badge.charset,
        "name": badge.name,
        "given_name": badge.given_name,
        "family_name": badge.family_name,
        "company": badge.company,
        "department": badge.department,
        "job_title": badge.job_title,
        "emails": list(badge.emails),
        "phones": list(badge.phones),
        "urls": list(badge.urls),
        "address": badge.address,
        "country": badge.country,
        "badge_id": badge.badge_id,
        "event_id": badge.event_id,
        "note": badge.note,
        "links": dict(badge.links),
        "vendor": badge.vendor,
        "needs": badge.needs,
    }
    if badge.name_prefix:
        answer["name_prefix"] = badge.name_prefix
    if badge.name_is_guess:
        answer["name_is_guess"] = True
    return answer
