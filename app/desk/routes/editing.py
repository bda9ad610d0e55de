"""/leads/{id}/edit: correcting what is known about a person."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from pydantic_core import from_json, to_json

from app.accounts.current import LeadEditor
from app.badges.countries import codes, country_name
from app.desk.queries import photos_of_lead
from app.desk.service import Overtaken, edit
from app.desk.typed import as_sent
from app.kit.clock import now
from app.leads.current import AskedFilter, EditedLead
from app.leads.filters import LeadFilter
from app.leads.forms import LeadForm
from app.leads.models import Lead
from app.leads.service import fields_of
from app.photos.models import Photo
from app.web.forms import Bound, bind, filled
from app.web.language import N_
from app.web.page import Page, Renderer, language_of
from app.web.session import DbSession

router = APIRouter()

OVERTAKEN = N_("%(name)s changed this meanwhile to “%(value)s”. Save again to replace it.")
EMPTIED = N_("%(name)s emptied this meanwhile. Save again to fill it.")


@router.get("/leads/{lead_id}/edit")
def edit_lead(
    page: Page, actor: LeadEditor, session: DbSession, asked: AskedFilter, lead: EditedLead
) -> Response:
    sent = as_sent(fields_of(lead))
    photos = photos_of_lead(session, actor, lead)
    return _form(page, asked, lead, filled(**sent), photos, seen=sent)


@router.post("/leads/{lead_id}")
def update_lead(
    *,
    page: Page,
    actor: LeadEditor,
    form: Annotated[Bound[LeadForm], Depends(bind(LeadForm))],
    session: DbSession,
    asked: AskedFilter,
    lead: EditedLead,
) -> Response:
    photos = photos_of_lead(session, actor, lead)
    if form.value is None:
        return _form(page, asked, lead, form, photos, seen=_seen(form.value_of("seen")), status=422)
    seen = _seen(form.value.seen)
    try:
        edit(session, actor, lead, form.value, seen=seen, at=now())
    except Overtaken as overtaken:
        for name, value in overtaken.values.items():
            said = page.say(
                OVERTAKEN if value else EMPTIED,
                name=overtaken.by or page.say(N_("Somebody")),
                value=value,
            )
            form = form.with_error(name, said)
        present = as_sent(fields_of(lead))
        seen |= {name: present[name] for name in overtaken.values}
        return _form(page, asked, lead, form, photos, seen=seen, status=422)
    query = page.request.url.query
    return page.redirect("show_lead", lead_id=lead.id, query=query, notice=page.say(N_("Saved.")))


def _form(
    page: Renderer,
    asked: LeadFilter,
    lead: Lead,
    form: Bound[Any],
    photos: Sequence[Photo],
    *,
    seen: dict[str, str],
    status: int = 200,
) -> Response:
    tag = language_of(page.request).tag
    names = {code: country_name(code, tag) for code in codes()} | (
        {lead.country: country_name(lead.country, tag)} if lead.country else {}
    )
    return page(
        "desk/edit.html",
        status=status,
        nav="leads",
        asked=asked,
        lead=lead,
        form=form,
        photos=photos,
        seen=to_json(seen).decode(),
        countries=sorted(names.items(), key=lambda item: item[1]),
    )


def _seen(text: str) -> dict[str, str]:
    """What the form showed first; nothing where that cannot be read any more."""
    try:
        read = from_json(text)
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in read.items()} if isinstance(read, dict) else {}
