"""/captures/{id}/settlement: a capture that nobody could read, and who it was."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.current import Capturer
from app.accounts.queries import everybody
from app.accounts.service import Refused
from app.capture.models import Capture
from app.capture.verdict import reason_in_words
from app.desk.words import payload_in_words
from app.kit.clock import now
from app.leads.models import Lead
from app.leads.queries import lead_with_id
from app.photos.queries import photos_of_captures
from app.settling import service
from app.settling.current import NamedCapture
from app.settling.forms import SettlementForm
from app.settling.listing import needs_a_word
from app.shows.days import zone_named
from app.shows.queries import shows
from app.web.forms import Bound, bind, filled
from app.web.language import N_
from app.web.page import Page, Renderer, language_of
from app.web.session import DbSession

router = APIRouter()

SentSettlement = Annotated[Bound[SettlementForm], Depends(bind(SettlementForm))]


@router.get("/captures/{capture_id}/settlement")
def show_settlement(
    page: Page, actor: Capturer, session: DbSession, capture: NamedCapture
) -> Response:
    lead = lead_with_id(session, actor, capture.lead_id) if capture.lead_id else None
    if not needs_a_word(capture, lead):
        return page("settling/settled.html", nav="today")
    return _form(page, session, actor, capture, _as_known(capture, lead))


@router.post("/captures/{capture_id}/settlement")
def update_settlement(
    page: Page, actor: Capturer, form: SentSettlement, session: DbSession, capture: NamedCapture
) -> Response:
    if form.value is None:
        return _form(page, session, actor, capture, form, status=422)
    try:
        service.settle_parked(session, actor, capture.id, form.value, now())
    except Refused as refused:
        asked = form.with_error(refused.field, page.say(refused.message))
        return _form(page, session, actor, capture, asked, status=422)
    done = N_("Set aside: nobody is asked again.") if form.value.is_unknown else N_("Settled.")
    return page.redirect("list_unsettled", notice=page.say(done))


def _as_known(capture: Capture, lead: Lead | None) -> Bound[Any]:
    if lead is None:
        return filled(**(capture.body.get("fields") or {}))
    email = next(iter(lead.emails), "")
    phone = next((phone["written"] for phone in lead.phones), "")
    known = lead.model_dump(include={"name", "company", "job_title"})
    return filled(**known, email=email, phone=phone)


def _form(
    page: Renderer,
    session: Session,
    actor: Actor,
    capture: Capture,
    form: Bound[Any],
    *,
    status: int = 200,
) -> Response:
    every_show = shows(session, actor)
    zones = {show.id: show.time_zone for show in every_show}
    return page(
        "settling/parked.html",
        status=status,
        nav="today",
        capture=capture,
        form=form,
        zone=zone_named(zones.get(capture.show_id, "") if capture.show_id else ""),
        reason=reason_in_words(capture.reason, language_of(page.request)),
        payload=payload_in_words(capture.payload),
        photos=photos_of_captures(session, actor, [capture.id]).get(capture.id, []),
        members={member.id: member.name for member in everybody(session, actor)},
        show_choices=[(show.id, show.name) for show in every_show],
    )
