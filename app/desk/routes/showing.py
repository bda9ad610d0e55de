"""What the pages of the desk show, gathered."""

from dataclasses import asdict
from datetime import tzinfo
from functools import partial
from typing import Any
from uuid import UUID

from fastapi.responses import Response
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.queries import everybody
from app.badges.countries import country_name
from app.consent.queries import consents_of_leads
from app.consent.wording import FOLLOW_UP
from app.desk.cursor import place_of, read, written
from app.desk.listing import by_name, lead_row
from app.desk.queries import (
    captures_of_lead,
    counts_of_leads,
    leads_page,
    next_steps,
    photos_of_lead,
)
from app.desk.timeline import timeline
from app.desk.words import (
    FIELDS,
    clock_of,
    due_in_words,
    payload_in_words,
    tag_in_words,
    value_in_words,
)
from app.kit.clock import now
from app.leads.filters import LeadFilter
from app.leads.likeness import likeness
from app.leads.looking import look_in_words
from app.leads.models import Lead
from app.leads.queries import (
    edits_of_lead,
    follow_ups_of_leads,
    interactions_of_leads,
    leads_with_ids,
    merges_of_lead,
    shows_of_leads,
    similar_leads,
)
from app.qualifiers.answers import answer_text
from app.qualifiers.queries import answers_of_leads, qualifiers
from app.shows.days import zone_named
from app.shows.kinds import LATER_KINDS
from app.shows.queries import products, shows
from app.tagging.dimensions import tags_of
from app.tagging.ledger import facts_of
from app.tagging.policy import DEFAULT
from app.web.forms import Bound, filled
from app.web.language import Language
from app.web.page import NOTICE, Renderer, language_of

A_PAGE = 40
Context = dict[str, Any]
NO_FORMS: Context = {
    "adding": Bound(),
    "promising": Bound(),
    "postponing": Bound(),
    "postponed": None,
}


def list_context(
    session: Session, actor: Actor, asked: LeadFilter, spoken: Language, after: str = ""
) -> Context:
    """A page of the list, with counts and what it can be narrowed by."""
    at = now()
    place = read(after, asked.order)
    found = leads_page(session, actor, asked, at=at, after=place, most=A_PAGE + 1)
    listed = found[:A_PAGE]
    steps = next_steps(session, actor, [lead.id for lead in listed])
    every_show = shows(session, actor)
    zone = zone_named(every_show[0].time_zone if every_show else "")
    return {
        "nav": "leads",
        "asked": asked,
        "after": place,
        "form": filled(**asdict(asked.but(q=""))),
        "due_in_words": partial(due_in_words, language=spoken),
        "rows": [lead_row(lead, steps.get(lead.id), at) for lead in listed],
        "further": written(place_of(listed[-1], asked.order)) if len(found) > A_PAGE else "",
        "counts": counts_of_leads(session, actor, asked, at),
        "choices": {
            "show": {show.id: show.name for show in every_show},
            "staff": {member.id: member.name for member in everybody(session, actor)},
            "product": by_name(products(session, actor), asked.product),
        },
        "today": at.astimezone(zone).date(),
    }


def lead_page(
    page: Renderer,
    session: Session,
    actor: Actor,
    asked: LeadFilter,
    lead: Lead,
    *,
    part: str = "timeline",
    status: int = 200,
    **forms: Any,
) -> Response:
    """One lead, and the list beside it where the whole page is asked for."""
    alone = page.request.headers.get("hx-request-type") == "partial"
    spoken = language_of(page.request)
    beside = {"asked": asked} if alone else list_context(session, actor, asked, spoken)
    shown = lead_context(session, actor, lead, part, spoken)
    context = {**beside, **shown, "alone": alone, **forms}
    answer = page("desk/lead.html", "detail", status=status, **context)
    if alone:
        answer.delete_cookie(NOTICE)
    return answer


def lead_context(
    session: Session, actor: Actor, lead: Lead, part: str, spoken: Language
) -> Context:
    """Who a lead is, what its tags say, what is next; and the part of it that is open."""
    at = now()
    ledger = interactions_of_leads(session, actor, [lead.id])
    steps = follow_ups_of_leads(session, actor, [lead.id])
    every_show, staff = shows(session, actor), everybody(session, actor)
    zones: dict[UUID | None, tzinfo] = {show.id: zone_named(show.time_zone) for show in every_show}
    met = shows_of_leads(session, actor, [lead.id])
    zones[None] = zones[met[0].show_id] if met else zone_named("")
    return {
        "nav": "leads",
        "lead": lead,
        "part": part,
        "zone": zones[None],
        "today": at.astimezone(zones[None]).date(),
        "tags": [
            tag_in_words(tag, spoken, zones[None]) for tag in tags_of(facts_of(ledger), DEFAULT, at)
        ],
        **_words(spoken),
        "steps": [step for step in steps if step.done_at is None],
        "colleagues": staff,
        "photos": photos_of_lead(session, actor, lead),
        "owners": [(member.id, member.name) for member in staff if member.left_at is None],
        "shows_by_id": {show.id: show for show in every_show},
        "may_contact": _may_contact(session, actor, lead),
        "likely_same": _likely_same(session, actor, lead) if actor.can("merge_leads") else [],
        "merges": [each for each in merges_of_lead(session, actor, lead) if not each.undone_at],
        **NO_FORMS,
        **_answers(session, actor, lead),
        **({"days": timeline(ledger, steps, zones)} if part == "timeline" else {}),
        **(_details(session, actor, lead) if part == "details" else {}),
    }


def _words(spoken: Language) -> Context:
    return {
        "due_in_words": partial(due_in_words, language=spoken),
        "look_in_words": partial(look_in_words, language=spoken),
        "later_kinds": LATER_KINDS,
        "clock_of": clock_of,
        "field_names": FIELDS,
        "value_in_words": value_in_words,
        "payload_in_words": payload_in_words,
        "answer_text": answer_text,
        "country_name": country_name,
    }


def _may_contact(session: Session, actor: Actor, lead: Lead) -> bool:
    """The newest word counts."""
    said = [
        consent
        for consent in consents_of_leads(session, actor, [lead.id])
        if consent.purpose == FOLLOW_UP
    ]
    return bool(said) and said[-1].is_given


def _likely_same(session: Session, actor: Actor, lead: Lead) -> list[Lead]:
    return [other for other in similar_leads(session, actor, lead) if likeness(lead, other)]


def _answers(session: Session, actor: Actor, lead: Lead) -> Context:
    """The newest answer to each question, in the order the questions are asked."""
    newest = {answer.qualifier_id: answer for answer in answers_of_leads(session, actor, [lead.id])}
    asked = [each for each in qualifiers(session, actor) if each.id in newest] if newest else []
    return {"answers": [(question, newest[question.id]) for question in asked]}


def _details(session: Session, actor: Actor, lead: Lead) -> Context:
    captures = captures_of_lead(session, actor, lead)
    merges = merges_of_lead(session, actor, lead)
    gone = leads_with_ids(session, actor, {each.gone_id for each in merges})
    return {
        "captures": captures,
        "edits": edits_of_lead(session, actor, lead),
        "all_merges": merges,
        "gone_leads": {each.id: each for each in gone},
    }
