"""/leads/{id}/duplicates: two leads that may be one person, side by side."""

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.current import LeadMerger
from app.accounts.service import Refused
from app.desk import service
from app.desk.comparison import compared
from app.desk.queries import ledger_counts
from app.kit.clock import now
from app.leads.current import MergedLead, NamedMerge
from app.leads.forms import OtherLeadForm
from app.leads.likeness import SENTENCES, likeness
from app.leads.models import Lead
from app.leads.queries import lead_with_id, similar_leads
from app.leads.service import tell_apart
from app.web.errors import NotFound
from app.web.forms import Bound, bind
from app.web.language import N_
from app.web.page import Page, Renderer
from app.web.session import DbSession

router = APIRouter()

SentOther = Annotated[Bound[OtherLeadForm], Depends(bind(OtherLeadForm))]


@router.get("/leads/{lead_id}/duplicates")
def list_duplicates(
    page: Page, actor: LeadMerger, session: DbSession, lead: MergedLead
) -> Response:
    found = [(other, likeness(lead, other)) for other in similar_leads(session, actor, lead)]
    alike = [(other, reasons, compared(lead, other)) for other, reasons in found if reasons]
    counts = ledger_counts(session, actor, [lead.id, *(other.id for other, *_ in alike)])
    return page(
        "desk/duplicates.html",
        nav="leads",
        lead=lead,
        alike=alike,
        counts=counts,
        reason_names=SENTENCES,
    )


@router.post("/leads/{lead_id}/merge")
def create_merge(
    page: Page, actor: LeadMerger, form: SentOther, session: DbSession, lead: MergedLead
) -> Response:
    if form.value is None:
        return _choose(page, lead)
    try:
        service.merge(session, actor, lead.id, _named(session, actor, form.value).id, now())
    except Refused as refused:
        return page.redirect("show_lead", lead_id=lead.id, notice=page.say(refused.message))
    notice = page.say(N_("Merged into one lead. You can undo this under Details."))
    return page.redirect("show_lead", lead_id=lead.id, notice=notice)


@router.post("/leads/{lead_id}/differences")
def create_difference(
    page: Page, actor: LeadMerger, form: SentOther, session: DbSession, lead: MergedLead
) -> Response:
    if form.value is None:
        return _choose(page, lead)
    tell_apart(session, actor, lead, _named(session, actor, form.value))
    notice = page.say(N_("They stay two leads and are not suggested again."))
    return page.redirect("show_lead", lead_id=lead.id, notice=notice)


@router.post("/merges/{merge_id}/undoing")
def create_undoing(
    page: Page, actor: LeadMerger, session: DbSession, merge: NamedMerge
) -> Response:
    try:
        service.undo_merge(session, actor, merge, now())
    except Refused as refused:
        return page.redirect("show_lead", lead_id=merge.kept_id, notice=page.say(refused.message))
    notice = page.say(N_("They are two leads again."))
    return page.redirect("show_lead", lead_id=merge.kept_id, notice=notice)


def _named(session: Session, actor: Actor, form: OtherLeadForm) -> Lead:
    if other := lead_with_id(session, actor, form.other_id):
        return other
    raise NotFound


def _choose(page: Renderer, lead: Lead) -> Response:
    notice = page.say(N_("Please choose one of the list."))
    return page.redirect("list_duplicates", lead_id=lead.id, notice=notice)
