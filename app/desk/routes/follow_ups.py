"""/follow-ups: promised next steps."""

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.current import LeadEditor
from app.accounts.service import Refused
from app.desk.routes.showing import lead_page
from app.desk.service import today_with
from app.kit.clock import now
from app.leads import service
from app.leads.current import AskedFilter, EditedLead, NamedFollowUp
from app.leads.forms import FollowUpForm, PostponeForm
from app.leads.models import FollowUp, Lead
from app.leads.queries import lead_with_id
from app.web.errors import NotFound
from app.web.forms import Bound, bind
from app.web.language import N_
from app.web.page import Page, language_of
from app.web.session import DbSession

router = APIRouter()

LATER = {"one_day": timedelta(days=1), "one_week": timedelta(days=7)}


@router.post("/leads/{lead_id}/follow-ups")
def create_follow_up(
    *,
    page: Page,
    actor: LeadEditor,
    form: Annotated[Bound[FollowUpForm], Depends(bind(FollowUpForm))],
    session: DbSession,
    asked: AskedFilter,
    lead: EditedLead,
) -> Response:
    try:
        if form.value:
            service.promise(session, actor, lead, form.value, now())
    except Refused as refused:
        form = form.with_error(refused.field, page.say(refused.message))
    if form.has_errors:
        return lead_page(page, session, actor, asked, lead, status=422, promising=form)
    return _back(page, lead, page.say(N_("Next step added.")))


@router.post("/follow-ups/{follow_up_id}/completion")
def create_completion(
    page: Page, actor: LeadEditor, session: DbSession, step: NamedFollowUp
) -> Response:
    service.complete(session, actor, step, now())
    return _back(page, _lead_of(session, actor, step), page.say(N_("Done.")))


@router.post("/follow-ups/{follow_up_id}/postponement")
def create_postponement(
    *,
    page: Page,
    actor: LeadEditor,
    form: Annotated[Bound[PostponeForm], Depends(bind(PostponeForm))],
    session: DbSession,
    asked: AskedFilter,
    step: NamedFollowUp,
) -> Response:
    lead = _lead_of(session, actor, step)
    today = today_with(session, actor, lead, now())
    due_on = _due_on(form.value, max(today, step.due_on or today)) if form.value else None
    if due_on is None:
        missing = page.say(N_("Please enter a day."))
        form = form if form.has_errors else form.with_error("due_on", missing)
        return lead_page(
            page, session, actor, asked, lead, status=422, postponing=form, postponed=step.id
        )
    service.postpone(session, step, due_on)
    day = language_of(page.request).weekday(due_on)
    return _back(page, lead, page.say(N_("Moved to %(day)s."), day=day))


def _due_on(form: PostponeForm, due_on: date) -> date | None:
    return due_on + LATER[form.until] if form.until in LATER else form.due_on


def _lead_of(session: Session, actor: Actor, step: FollowUp) -> Lead:
    if lead := lead_with_id(session, actor, step.lead_id):
        return lead
    raise NotFound


def _back(page: Page, lead: Lead, notice: str) -> Response:
    query = page.request.url.query
    return page.redirect("show_lead", lead_id=lead.id, query=query, notice=notice)
