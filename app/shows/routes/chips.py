"""/shows/{id}/chips: the interactions that the capture screen offers, in their order."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.current import CurrentActor
from app.accounts.refusal import Refused
from app.shows import service
from app.shows.current import KeptChip, KeptShow
from app.shows.forms import ChipForm, ChipLabelForm, StepForm
from app.shows.kinds import BOOTH_KINDS, kind_of
from app.shows.models import Show
from app.shows.queries import chips_of_show
from app.web.forms import Bound, bind
from app.web.language import N_
from app.web.page import Page
from app.web.session import DbSession

router = APIRouter()


@router.get("/shows/{show_id}/chips")
def list_chips(page: Page, actor: CurrentActor, session: DbSession, show: KeptShow) -> Response:
    return _chips(page, session, actor, show)


@router.post("/shows/{show_id}/chips")
def create_chip(
    page: Page,
    form: Annotated[Bound[ChipForm], Depends(bind(ChipForm))],
    actor: CurrentActor,
    session: DbSession,
    show: KeptShow,
) -> Response:
    if form.value is None:
        return _chips(page, session, actor, show, adding=form)
    try:
        service.add_chip(session, actor, show, form.value)
    except Refused as refused:
        form = form.with_error(refused.field, page.say(refused.message))
        return _chips(page, session, actor, show, adding=form)
    return page.redirect("list_chips", show_id=show.id, notice=page.say(N_("Added.")))


@router.post("/shows/{show_id}/chips/{chip_id}")
def update_chip(
    *,
    page: Page,
    form: Annotated[Bound[ChipLabelForm], Depends(bind(ChipLabelForm))],
    actor: CurrentActor,
    session: DbSession,
    show: KeptShow,
    chip: KeptChip,
) -> Response:
    if form.value is None:
        return _chips(page, session, actor, show, renaming=form, renamed=chip.id)
    try:
        service.rename_chip(session, actor, show, chip, form.value.label)
    except Refused as refused:
        form = form.with_error(refused.field, page.say(refused.message))
        return _chips(page, session, actor, show, renaming=form, renamed=chip.id)
    return page.redirect("list_chips", show_id=show.id, notice=page.say(N_("Saved.")))


@router.post("/shows/{show_id}/chips/{chip_id}/position")
def update_chip_position(
    *,
    page: Page,
    form: Annotated[Bound[StepForm], Depends(bind(StepForm))],
    actor: CurrentActor,
    session: DbSession,
    show: KeptShow,
    chip: KeptChip,
) -> Response:
    if form.value:
        service.move(session, chips_of_show(session, actor, show), chip, form.value.places)
    return page.redirect("list_chips", show_id=show.id)


@router.post("/shows/{show_id}/chips/{chip_id}/removal")
def delete_chip(page: Page, show: KeptShow, session: DbSession, chip: KeptChip) -> Response:
    service.remove(session, chip)
    return page.redirect("list_chips", show_id=show.id, notice=page.say(N_("Removed.")))


def _chips(
    page: Page,
    session: Session,
    actor: Actor,
    show: Show,
    *,
    adding: Bound[ChipForm] | None = None,
    renaming: Bound[ChipLabelForm] | None = None,
    renamed: UUID | None = None,
) -> Response:
    return page(
        "shows/chips.html",
        status=422 if adding or renaming else 200,
        nav="more",
        show=show,
        chips=chips_of_show(session, actor, show),
        kinds=BOOTH_KINDS,
        kind_of=kind_of,
        adding=adding or Bound(),
        renaming=renaming,
        renamed=renamed,
    )
