"""/shows: all of them, the details of one, and the choice of where this browser works."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from app.accounts.current import CurrentActor
from app.kit.clock import now
from app.shows import queries, service
from app.shows.current import KeptShow, NamedShow, PossibleShow, keep_choice
from app.shows.days import local_day, stage_on
from app.shows.forms import ShowForm
from app.shows.models import Show
from app.shows.zones import countries, zones_by_area
from app.web.forms import Bound, bind, filled
from app.web.language import N_
from app.web.page import Page, language_of
from app.web.session import DbSession

router = APIRouter()


@router.get("/shows")
def list_shows(
    page: Page, actor: CurrentActor, session: DbSession, chosen: PossibleShow
) -> Response:
    shows = queries.shows(session, actor)
    stages = {show.id: stage_on(local_day(now(), show.time_zone), show) for show in shows}
    return page("shows/list.html", nav="more", shows=shows, stages=stages, chosen=chosen)


@router.get("/shows/{show_id}/edit")
def edit_show(page: Page, show: KeptShow) -> Response:
    return _details(page, show, filled(**show.model_dump()))


@router.post("/shows/{show_id}")
def update_show(
    page: Page,
    form: Annotated[Bound[ShowForm], Depends(bind(ShowForm))],
    show: KeptShow,
    session: DbSession,
) -> Response:
    if form.value is None:
        return _details(page, show, form, status=422)
    service.update_show(session, show, form.value)
    return page.redirect("edit_show", show_id=show.id, notice=page.say(N_("Saved.")))


def _details(page: Page, show: Show, form: Bound[Any], *, status: int = 200) -> Response:
    language = language_of(page.request)
    return page(
        "shows/edit.html",
        status=status,
        nav="more",
        show=show,
        form=form,
        countries=countries(language),
        zones=zones_by_area(language),
    )


@router.post("/shows/{show_id}/choice")
def create_choice(page: Page, show: NamedShow) -> Response:
    notice = page.say(N_("You work at %(show)s now."), show=show.name)
    return keep_choice(page.redirect("list_shows", notice=notice), show)
