"""The columns a file may have, in their order: what a profile for one CRM chooses from."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from app.badges.countries import codes, country_name
from app.exports import contact, telling
from app.exports.dossier import Dossier, Names
from app.exports.safe_cells import (
    E164,
    EMAIL,
    NUMBER_OR_LINK,
    SEVERAL_E164,
    SEVERAL_EMAILS,
    WEBSITE,
)
from app.tagging.sentences import label_in_words
from app.web.language import N_, NAMES

Value = Callable[[Dossier, Names], str]
Form = re.Pattern[str]

RATINGS = {"hot": N_("Hot"), "warm": N_("Warm"), "cold": N_("Cold")}
GIVEN, WITHDRAWN = N_("Given"), N_("Withdrawn")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key, its header, what stands in it, and how wide a spreadsheet shows it.

    With a `form` only text of that form is let through; without, it is free text.
    """

    key: str
    header: str
    value: Value
    form: Form | None = None
    width: int = 16


def columns(names: Names) -> list[Column]:
    """Every column there is, with headers in the reader's language."""
    return [
        *_translated(names, PERSON, REACHED, PLACE, JUDGED, MET),
        *_questions(names),
        *_translated(names, PROMISED, CONSENT, LOOK),
    ]


def _translated(names: Names, *groups: tuple[Column, ...]) -> Iterator[Column]:
    for group in groups:
        for column in group:
            header = names.language.gettext(column.header)
            yield Column(column.key, header, column.value, column.form, column.width)


def _questions(names: Names) -> Iterator[Column]:
    for question in names.questions:
        value = partial(telling.answer, question)
        yield Column(f"answer:{question.ids[0]}", question.text, value, width=20)


def _own(name: str) -> Value:
    return lambda dossier, _: str(getattr(dossier.lead, name) or "")


def _numbers(place: int) -> Value:
    return lambda dossier, _: dossier.numbers[place]


def _link(name: str) -> Value:
    return lambda dossier, _: str(dossier.lead.links.get(name, ""))


def _rating(dossier: Dossier, names: Names) -> str:
    rating = dossier.lead.rating
    return names.language.gettext(RATINGS[rating]) if rating in RATINGS else ""


def _country(dossier: Dossier, names: Names) -> str:
    return country_name(dossier.lead.country, names.language.tag)


def _country_code(dossier: Dossier, _: Names) -> str:
    return dossier.lead.country if dossier.lead.country in codes() else ""


def _next(tell: Callable[[Any, Names], str]) -> Value:
    return lambda dossier, names: tell(dossier.follow_ups[0], names) if dossier.follow_ups else ""


def _consent(tell: Callable[[Any, Names], str]) -> Value:
    """The newest counts: what was given may have been withdrawn."""
    return lambda dossier, names: tell(dossier.consents[-1], names) if dossier.consents else ""


PERSON = (
    Column("id", N_("Lead ID"), _own("id"), width=38),
    Column("name", N_("Full name"), _own("name"), width=24),
    Column("family_name", N_("Family name"), _own("family_name")),
    Column("given_name", N_("Given name"), _own("given_name")),
    Column("company", N_("Company"), _own("company"), width=30),
    Column("department", N_("Department"), _own("department")),
    Column("job_title", N_("Job title"), _own("job_title"), width=22),
)
REACHED = (
    Column("email", N_("E-mail"), lambda d, _: "".join(contact.emails(d.lead)[:1]), EMAIL, 28),
    Column(
        "further_emails",
        N_("Further e-mails"),
        lambda d, _: contact.SEPARATOR.join(contact.emails(d.lead)[1:]),
        SEVERAL_EMAILS,
    ),
    Column("phone", N_("Phone"), _numbers(0), E164),
    Column("mobile", N_("Mobile"), _numbers(1), E164),
    Column("further_phones", N_("Further phones"), _numbers(2), SEVERAL_E164),
    Column("website", N_("Website"), lambda d, _: contact.website(d.lead), WEBSITE, 24),
    Column("wechat", N_("WeChat"), _link("wechat")),
    Column("linkedin", N_("LinkedIn"), _link("linkedin")),
    Column("whatsapp", N_("WhatsApp"), lambda d, _: contact.whatsapp(d.lead), NUMBER_OR_LINK),
    Column("further_links", N_("Further links"), lambda d, _: contact.further_links(d.lead)),
)
PLACE = (
    Column("address", N_("Address"), _own("address"), width=30),
    Column("city", N_("City"), _own("city")),
    Column("country", N_("Country"), _country),
    Column("country_code", N_("Country code"), _country_code, width=12),
    Column("badge_id", N_("Badge number"), _own("badge_id")),
)
JUDGED = (
    Column("rating", N_("Rating"), _rating, width=10),
    Column("behaviour", N_("Behaviour"), lambda d, n: label_in_words(d.tag.label, n.language)),
    Column("reasons", N_("Reasons"), telling.reasons, width=50),
    Column("active_until", N_("Active until"), telling.active_until, width=26),
)
MET = (
    Column("first_met", N_("First met"), telling.first_met, width=26),
    Column("last_met", N_("Last met"), telling.last_met, width=26),
    Column("met_by", N_("Met by"), telling.met_by, width=20),
    Column("shows", N_("Shows"), telling.met_at, width=20),
    Column("happenings", N_("What happened"), telling.happenings, width=50),
    Column("products", N_("Products"), telling.products, width=20),
)
PROMISED = (
    Column("notes", N_("Notes"), telling.notes, width=60),
    Column("next_step", N_("Next step"), _next(lambda step, _: step.what), width=30),
    Column("next_owner", N_("Owner of the next step"), _next(lambda s, n: n.member(s.owner_id))),
    Column("next_due", N_("Next step due"), _next(lambda s, _: str(s.due_on or ""))),
    Column("further_steps", N_("Further steps"), telling.further_steps, width=30),
)
CONSENT = (
    Column(
        "consent",
        N_("Consent"),
        _consent(lambda c, n: n.language.gettext(GIVEN if c.is_given else WITHDRAWN)),
    ),
    Column("consent_wording", N_("Wording agreed to"), _consent(telling.wording), width=26),
    Column(
        "consent_language",
        N_("Language of the wording"),
        _consent(lambda c, _: NAMES.get(c.language, c.language)),
    ),
    Column(
        "consent_at",
        N_("Consent recorded at"),
        _consent(lambda c, n: telling.moment(c.at, telling.consent_zone(c, n))),
        width=26,
    ),
    Column("consent_by", N_("Consent recorded by"), _consent(lambda c, n: n.member(c.member_id))),
)
LOOK = (Column("needs_look", N_("Needs a look"), telling.why_look, width=30),)
