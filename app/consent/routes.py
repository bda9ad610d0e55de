"""/shows/{id}/consent: what visitors of a show are asked, and what they were asked before."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.current import CurrentActor
from app.consent import service
from app.consent.forms import WordingForm
from app.consent.models import ConsentWording
from app.consent.queries import wordings_of_show
from app.consent.wording import FIRST_WORDING
from app.shows.current import KeptShow
from app.shows.days import zone_named
from app.shows.models import Show
from app.web.forms import Bound, bind, filled
from app.web.language import N_
from app.web.page import Page
from app.web.session import DbSession

router = APIRouter()


@router.get("/shows/{show_id}/consent")
def show_wording(page: Page, actor: CurrentActor, session: DbSession, show: KeptShow) -> Response:
    return _wording(page, session, actor, show)


@router.post("/shows/{show_id}/consent")
def create_wording(
    page: Page,
    form: Annotated[Bound[WordingForm], Depends(bind(WordingForm))],
    actor: CurrentActor,
    session: DbSession,
    show: KeptShow,
) -> Response:
    if form.value is None:
        return _wording(page, session, actor, show, form)
    changed = service.reword(session, actor, show, form.value)
    notice = N_("Saved as a new version.") if changed else N_("Nothing was changed.")
    return page.redirect("show_wording", show_id=show.id, notice=page.say(notice))


def _wording(
    page: Page, session: Session, actor: Actor, show: Show, form: Bound[Any] | None = None
) -> Response:
    versions = wordings_of_show(session, actor, show)
    return page(
        "consent/wording.html",
        status=422 if form else 200,
        nav="more",
        show=show,
        zone=zone_named(show.time_zone),
        form=form or _present(versions),
        versions=versions,
    )


def _present(versions: Sequence[ConsentWording]) -> Bound[Any]:
    if not versions:
        return filled(text_en=FIRST_WORDING["en"], text_zh=FIRST_WORDING["zh-Hans"])
    return filled(text_en=versions[0].text_en, text_zh=versions[0].text_zh)
