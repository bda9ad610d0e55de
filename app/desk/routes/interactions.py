"""/leads/{id}/interactions: what happened since."""

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from app.accounts.current import LeadEditor
from app.accounts.service import Refused
from app.desk import service
from app.desk.routes.showing import lead_page
from app.kit.clock import now
from app.leads.current import AskedFilter, EditedLead
from app.leads.forms import InteractionForm
from app.web.forms import Bound, bind
from app.web.language import N_
from app.web.page import Page
from app.web.session import DbSession

router = APIRouter()


@router.post("/leads/{lead_id}/interactions")
def create_interaction(
    *,
    page: Page,
    actor: LeadEditor,
    form: Annotated[Bound[InteractionForm], Depends(bind(InteractionForm))],
    session: DbSession,
    asked: AskedFilter,
    lead: EditedLead,
) -> Response:
    try:
        if form.value:
            service.add_interaction(session, actor, lead, form.value, now())
    except Refused as refused:
        form = form.with_error(refused.field, page.say(refused.message))
    if form.has_errors:
        return lead_page(page, session, actor, asked, lead, status=422, adding=form)
    query = page.request.url.query
    return page.redirect("show_lead", lead_id=lead.id, query=query, notice=page.say(N_("Added.")))
