"""/shows/{id}/qualifiers: the questions that staff ask, in their order."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from app.accounts.current import CurrentActor
from app.accounts.refusal import Refused
from app.qualifiers import service
from app.qualifiers.current import KeptQualifier
from app.qualifiers.forms import QualifierForm
from app.qualifiers.kinds import KINDS
from app.qualifiers.models import Qualifier
from app.qualifiers.queries import has_answers, qualifiers_of_show
from app.shows.current import KeptShow
from app.shows.forms import StepForm
from app.shows.models import Show
from app.shows.service import move
from app.web.forms import Bound, bind, filled
from app.web.language import N_
from app.web.page import Page
from app.web.session import DbSession

router = APIRouter()

Sent = Annotated[Bound[QualifierForm], Depends(bind(QualifierForm))]


@router.get("/shows/{show_id}/qualifiers")
def list_qualifiers(
    page: Page, actor: CurrentActor, session: DbSession, show: KeptShow
) -> Response:
    asked = qualifiers_of_show(session, actor, show)
    return page("qualifiers/list.html", nav="more", show=show, qualifiers=asked, kinds=KINDS)


@router.get("/shows/{show_id}/qualifiers/new")
def new_qualifier(page: Page, show: KeptShow) -> Response:
    return _form(page, show, filled(kind="single"))


@router.post("/shows/{show_id}/qualifiers")
def create_qualifier(
    page: Page,
    form: Sent,
    actor: CurrentActor,
    session: DbSession,
    show: KeptShow,
) -> Response:
    if form.value is None:
        return _form(page, show, form, status=422)
    try:
        service.add_qualifier(session, actor, show, form.value)
    except Refused as refused:
        form = form.with_error(refused.field, page.say(refused.message))
        return _form(page, show, form, status=422)
    return page.redirect("list_qualifiers", show_id=show.id, notice=page.say(N_("Added.")))


@router.get("/shows/{show_id}/qualifiers/{qualifier_id}/edit")
def edit_qualifier(
    page: Page, actor: CurrentActor, session: DbSession, show: KeptShow, qualifier: KeptQualifier
) -> Response:
    answered = has_answers(session, actor, qualifier)
    present = {**qualifier.model_dump(), "options": "\n".join(qualifier.options)}
    return _form(page, show, filled(**present), qualifier=qualifier, answered=answered)


@router.post("/shows/{show_id}/qualifiers/{qualifier_id}")
def update_qualifier(
    *,
    page: Page,
    form: Sent,
    actor: CurrentActor,
    session: DbSession,
    show: KeptShow,
    qualifier: KeptQualifier,
) -> Response:
    if form.value is None:
        return _form(page, show, form, status=422, qualifier=qualifier)
    try:
        service.update_qualifier(session, actor, show, qualifier, form.value)
    except Refused as refused:
        form = form.with_error(refused.field, page.say(refused.message))
        return _form(page, show, form, status=422, qualifier=qualifier)
    return page.redirect("list_qualifiers", show_id=show.id, notice=page.say(N_("Saved.")))


@router.post("/shows/{show_id}/qualifiers/{qualifier_id}/position")
def update_qualifier_position(
    *,
    page: Page,
    form: Annotated[Bound[StepForm], Depends(bind(StepForm))],
    actor: CurrentActor,
    session: DbSession,
    show: KeptShow,
    qualifier: KeptQualifier,
) -> Response:
    if form.value:
        move(session, qualifiers_of_show(session, actor, show), qualifier, form.value.places)
    return page.redirect("list_qualifiers", show_id=show.id)


@router.post("/shows/{show_id}/qualifiers/{qualifier_id}/removal")
def delete_qualifier(
    page: Page, show: KeptShow, session: DbSession, qualifier: KeptQualifier
) -> Response:
    service.remove_qualifier(session, qualifier)
    return page.redirect("list_qualifiers", show_id=show.id, notice=page.say(N_("Removed.")))


def _form(
    page: Page,
    show: Show,
    form: Bound[Any],
    *,
    status: int = 200,
    qualifier: Qualifier | None = None,
    answered: bool = False,
) -> Response:
    return page(
        "qualifiers/edit.html",
        status=status,
        nav="more",
        show=show,
        form=form,
        kinds=KINDS.values(),
        qualifier=qualifier,
        answered=answered,
    )
