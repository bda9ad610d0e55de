"""/captures/{id}/conflict: two versions of a capture side by side."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.current import Capturer
from app.accounts.queries import everybody
from app.accounts.service import Refused
from app.capture.models import Capture, CaptureConflict
from app.kit.clock import now
from app.qualifiers.queries import qualifiers
from app.settling import service
from app.settling.again import sent_again
from app.settling.current import NamedCapture
from app.settling.forms import ConflictForm
from app.settling.queries import chip_labels, open_conflict
from app.settling.versions import Names, Side, compared
from app.shows.days import zone_named
from app.shows.queries import products, shows
from app.web.forms import Bound, bind
from app.web.language import N_, Language
from app.web.page import Page, Renderer, language_of
from app.web.session import DbSession

router = APIRouter()

SentChoice = Annotated[Bound[ConflictForm], Depends(bind(ConflictForm))]
DONE = {
    "first": N_("The first version stays. The second is kept beside it and changes nothing."),
    "second": N_("The second version counts now. The first is kept and changes nothing any more."),
    "both": N_("Both are kept, as two captures."),
}


@router.get("/captures/{capture_id}/conflict")
def show_conflict(
    page: Page, actor: Capturer, session: DbSession, capture: NamedCapture
) -> Response:
    conflict = open_conflict(session, actor, capture.id)
    if conflict is None:
        return page("settling/settled.html", nav="today")
    first = service.standing(session, actor, capture)
    context = _side_by_side(session, actor, first, conflict, language_of(page.request))
    return page("settling/conflict.html", nav="today", capture=capture, **context)


@router.post("/captures/{capture_id}/conflict")
def update_conflict(
    page: Page, actor: Capturer, form: SentChoice, session: DbSession, capture: NamedCapture
) -> Response:
    if form.value is None:
        return _ask_again(page, capture, N_("Please choose one of the list."))
    try:
        service.settle_conflict(session, actor, capture.id, form.value, now())
    except Refused as refused:
        return _ask_again(page, capture, refused.message)
    return page.redirect("list_unsettled", notice=page.say(DONE[form.value.choice]))


def _ask_again(page: Renderer, capture: Capture, message: str) -> Response:
    return page.redirect("show_conflict", capture_id=capture.id, notice=page.say(message))


def _side_by_side(
    session: Session, actor: Actor, first: Capture, conflict: CaptureConflict, spoken: Language
) -> dict[str, Any]:
    every_show = {show.id: show for show in shows(session, actor)}
    show = every_show.get(first.show_id) if first.show_id else None
    zone = zone_named(show.time_zone if show else "")
    names = _names(session, actor, {each.id: each.name for each in every_show.values()})
    one, other = (
        Side(sent_again(each.body, each.payload, first.id).form, each.payload)
        for each in (first, conflict)
    )
    return {
        "conflict": conflict,
        "first": first,
        "zone": zone,
        "fields": compared(one, other, names, spoken, zone),
        "members": names.members,
    }


def _names(session: Session, actor: Actor, show_names: dict[Any, str]) -> Names:
    return Names(
        show_names,
        chip_labels(session, actor),
        {product.id: product.name for product in products(session, actor)},
        {qualifier.id: qualifier.question for qualifier in qualifiers(session, actor)},
        {member.id: member.name for member in everybody(session, actor)},
    )
