"""POST /badges/read: what a badge says, and whether we met its wearer before."""

from base64 import b64decode
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import ValidationError
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.current import Capturer
from app.accounts.queries import everybody
from app.badges.badge import Badge
from app.badges.identity import badge_key, normal_number
from app.badges.parse import parse_badge
from app.capture.current import CurrentSetting, RawBody
from app.capture.forms import BadgeForm
from app.capture.met import met_in_words
from app.capture.queries import last_meeting, lead_of_badge
from app.capture.setting import ShowSetting
from app.directory.models import DirectoryEntry
from app.directory.queries import wearer_of
from app.kit.clock import now
from app.leads.identity import keys_of
from app.qualifiers.queries import questions_answered
from app.web.page import language_of
from app.web.session import CurrentDatabase

router = APIRouter()


@router.post("/badges/read")
def read_badge(
    request: Request,
    actor: Capturer,
    setting: CurrentSetting,
    database: CurrentDatabase,
    body: RawBody,
) -> Response:
    """Reads only: nothing is stored by asking."""
    try:
        form = BadgeForm.model_validate_json(body)
        payload = b64decode(form.payload_b64)
    except (ValidationError, ValueError):
        return JSONResponse({"error": "malformed"}, 400)
    show = setting.shows.get(form.show_id)
    badge = parse_badge(payload, mapping=show.mapping if show else None)
    keys = keys_of(form.show_id, badge_key(badge, payload), list(badge.emails))
    with database.reading() as session:
        lead = lead_of_badge(session, actor, keys)
        meeting = last_meeting(session, actor, lead) if lead else []
        answered = questions_answered(session, actor, lead.id, form.show_id) if lead else []
        names = {member.id: member.name for member in everybody(session, actor)} if lead else {}
        wearer = _on_the_list(session, actor, show, badge)
    answer = _said(badge)
    if wearer:
        answer |= _told(answer, wearer)
    if lead:
        answer |= {
            name: getattr(lead, name) or answer[name] for name in ("name", "company", "job_title")
        }
        text = met_in_words(meeting, names, language_of(request), now())
        answer["answered"] = [str(question) for question in answered]
        answer["met"] = {"lead_id": str(lead.id), "url": f"/leads/{lead.id}", "text": text}
    return JSONResponse(answer)


def _on_the_list(
    session: Session, actor: Actor, show: ShowSetting | None, badge: Badge
) -> DirectoryEntry | None:
    if show is None or not show.has_directory or not badge.badge_id:
        return None
    return wearer_of(session, actor, show.id, normal_number(badge.badge_id))


def _told(answer: dict[str, Any], wearer: DirectoryEntry) -> dict[str, Any]:
    """What the organiser's list adds to what the badge says itself."""
    said = {name: each[0] for name in ("emails", "phones") if (each := wearer.fields.get(name))}
    told = {
        "name": wearer.name,
        "company": wearer.company,
        "job_title": wearer.fields.get("job_title", ""),
        "email": said.get("emails", ""),
        "phone": said.get("phones", ""),
    }
    filled = {name: answer[name] or value for name, value in told.items()}
    return filled | {"readable": True, "needs": None}


def _said(badge: Badge) -> dict[str, Any]:
    return {
        "name": badge.name,
        "company": badge.company,
        "job_title": badge.job_title,
        "email": next(iter(badge.emails), ""),
        "phone": next(iter(badge.phones), ""),
        "format": badge.format,
        "needs": badge.needs,
        "readable": badge.readable,
        "met": None,
        "answered": [],
    }
