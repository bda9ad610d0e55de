"""/shows/new: a show is set up."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from app.accounts.current import ShowKeeper
from app.shows.current import keep_choice
from app.shows.forms import ShowForm
from app.shows.models import Show
from app.shows.queries import last_show
from app.shows.zones import countries, zones_by_area
from app.showsetup.service import set_up_show
from app.web.forms import Bound, bind
from app.web.language import N_
from app.web.page import Page, language_of
from app.web.session import DbSession

router = APIRouter()


@router.get("/shows/new")
def new_show(page: Page, keeper: ShowKeeper, session: DbSession) -> Response:
    return _new(page, Bound(), last_show(session, keeper))


@router.post("/shows")
def create_show(
    page: Page,
    form: Annotated[Bound[ShowForm], Depends(bind(ShowForm))],
    keeper: ShowKeeper,
    session: DbSession,
) -> Response:
    if form.value is None:
        return _new(page, form, last_show(session, keeper), status=422)
    show = set_up_show(session, keeper, form.value, language_of(page.request).tag)
    notice = page.say(N_("%(show)s is set up. Look at what staff will tap."), show=show.name)
    return keep_choice(page.redirect("list_chips", show_id=show.id, notice=notice), show)


def _new(page: Page, form: Bound[Any], last: Show | None, *, status: int = 200) -> Response:
    language = language_of(page.request)
    return page(
        "showsetup/new.html",
        status=status,
        nav="more",
        form=form,
        last=last,
        countries=countries(language),
        zones=zones_by_area(language),
    )
