"""/leads: the list, and one lead beside it."""

from typing import Literal
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response

from app.accounts.current import LeadReader
from app.desk.routes.showing import lead_page, list_context
from app.leads.current import AskedFilter, NamedLead
from app.web.page import Page, language_of
from app.web.session import DbSession

router = APIRouter()


@router.get("/leads")
def list_leads(
    page: Page, actor: LeadReader, session: DbSession, asked: AskedFilter, after: str = ""
) -> Response:
    context = list_context(session, actor, asked, language_of(page.request), after)
    answer = page("desk/leads.html", "more" if after else "list", **context)
    if page.request.headers.get("hx-source", "").startswith("form"):
        answer.headers["HX-Replace-Url"] = f"/leads?{asked.as_query()}".rstrip("?")
    return answer


@router.get("/leads/{lead_id}")
def show_lead(
    *,
    page: Page,
    actor: LeadReader,
    session: DbSession,
    asked: AskedFilter,
    lead: NamedLead,
    lead_id: UUID,
    part: Literal["timeline", "answers", "details"] = "timeline",
) -> Response:
    if lead.id != lead_id:
        return page.redirect("show_lead", lead_id=lead.id)
    return lead_page(page, session, actor, asked, lead, part=part)
