"""/captures/new and /captures: the capture screen, and the captures of today."""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.current import Capturer, CurrentSeal
from app.accounts.models import ExhibitorSeal
from app.accounts.queries import members
from app.capture.listing import CaptureLine, capture_line
from app.capture.models import Capture
from app.capture.queries import capture_with_id, captures_of_day, count_unsettled
from app.capture.screen import setup_of
from app.consent.queries import wording_of_show
from app.directory.queries import version_for_phones
from app.kit.clock import now
from app.leads.queries import interactions_of_leads, lead_with_id, leads_with_ids
from app.photos.queries import photos_of_captures
from app.qualifiers.queries import qualifiers_of_show
from app.shows.current import PossibleShow
from app.shows.days import local_day, zone_named
from app.shows.models import Show
from app.shows.queries import chips_of_show, products_of_show
from app.web.errors import NotFound
from app.web.language import Language
from app.web.offline import let_phone_keep, mark_of
from app.web.page import Page, language_of
from app.web.session import DbSession

router = APIRouter()


@router.get("/captures/new")
def new_capture(
    page: Page,
    actor: Capturer,
    show: PossibleShow,
    *,
    seal: CurrentSeal,
    session: DbSession,
    adds_to: UUID | None = None,
) -> Response:
    if show is None:
        return page("capture/no_show.html", nav="capture")
    setup = _setup(session, actor, show, seal, language_of(page.request))
    mark = mark_of(member=actor.name, role=actor.role, setup=setup)
    added = _added_to(session, actor, adds_to) if adds_to else None
    answer = page(
        "capture/new.html", nav="capture", show=show, setup=setup, mark=mark, adding_to=added
    )
    return answer if adds_to else let_phone_keep(answer, page.request, mark)


@router.get("/captures")
def list_captures(
    page: Page, actor: Capturer, show: PossibleShow, seal: CurrentSeal, session: DbSession
) -> Response:
    if show is None:
        return page("capture/no_show.html", nav="today")
    zone = zone_named(show.time_zone)
    start = datetime.combine(local_day(now(), show.time_zone), time.min, zone)
    captures = captures_of_day(session, actor, show, since=start, until=start + timedelta(days=1))
    return page(
        "capture/index.html",
        nav="today",
        show=show,
        zone=zone,
        captures=_lines(session, actor, captures, language_of(page.request)),
        unsettled=count_unsettled(session, actor),
        setup=_setup(session, actor, show, seal, language_of(page.request)),
    )


def _setup(
    session: Session, actor: Actor, show: Show, seal: ExhibitorSeal, language: Language
) -> dict[str, Any]:
    return setup_of(
        actor,
        show,
        chips=chips_of_show(session, actor, show),
        products=products_of_show(session, actor, show),
        qualifiers=qualifiers_of_show(session, actor, show),
        colleagues=members(session, actor),
        wording=wording_of_show(session, actor, show),
        public_key=seal.public_key,
        directory=version_for_phones(session, actor, show.id),
        language=language,
    )


def _added_to(session: Session, actor: Actor, capture_id: UUID) -> dict[str, str]:
    capture = capture_with_id(session, actor, capture_id)
    if capture is None:
        raise NotFound
    lead = lead_with_id(session, actor, capture.lead_id) if capture.lead_id else None
    return {
        "capture_id": str(capture.id),
        "name": lead.name if lead else "",
        "company": lead.company if lead else "",
        "text": lead.badge_id if lead else "",
        "rating": lead.rating if lead else "",
    }


def _lines(
    session: Session, actor: Actor, captures: list[Capture], language: Language
) -> list[CaptureLine]:
    leads = {capture.lead_id for capture in captures if capture.lead_id}
    known = {lead.id: lead for lead in leads_with_ids(session, actor, leads)}
    ledger = interactions_of_leads(session, actor, leads)
    photos = photos_of_captures(session, actor, [capture.id for capture in captures])
    return [
        capture_line(
            capture,
            known.get(capture.lead_id) if capture.lead_id else None,
            [line for line in ledger if line.lead_id == capture.lead_id],
            language,
            [photo.id for photo in photos[capture.id]],
        )
        for capture in captures
    ]
