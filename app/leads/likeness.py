"""Are two leads one person? Reasons to think so, for a person to decide."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from app.badges.listed import listed
from app.badges.names import split_name
from app.kit.folding import fold, pinyin, sortable
from app.leads.identity import is_personal
from app.web.language import N_

SAME_EMAIL, SAME_PHONE = "same_email", "same_phone"
SAME_NAME, SAME_SOUND = "same_name", "same_sound"
SAME_COMPANY, SAME_DOMAIN, ONE_COMPANY = "same_company", "same_domain", "one_company"

SENTENCES: Mapping[str, str] = {
    SAME_EMAIL: N_("They have the same e-mail address."),
    SAME_PHONE: N_("They have the same phone number."),
    SAME_NAME: N_("They have the same name."),
    SAME_SOUND: N_("Their names sound the same."),
    SAME_COMPANY: N_("They are of the same company."),
    SAME_DOMAIN: N_("Their e-mail addresses are of the same company."),
    ONE_COMPANY: N_("The company of one of them is not known."),
}

LEGAL_FORMS = frozenset(
    listed(
        """
    ab ag as bv co company corp corporation gmbh inc incorporated kg kk limited llc llp ltd nv
    oy plc pte pty pvt sa sarl sas se spa srl the und and
    """
    )
)
CHINESE_FORMS = re.compile("(?:股份|责任|責任|集团|集團|有限|公司|株式会社)+$")
FREE_MAIL = re.compile(
    r"(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|me|aol|gmx|web|mail|proton|"
    r"protonmail|qq|163|126|foxmail|sina|sohu|yeah|139|naver|hanmail|daum|yandex)\."
)


class Person(Protocol):
    """What is compared of a lead."""

    name: str
    company: str
    emails: list[str]
    phones: list[dict[str, str]]


def likeness(one: Person, other: Person) -> tuple[str, ...]:
    """Why two leads may be one person, the surest reason first; empty where they are not alike.

    Colleagues share a company and its switchboard: neither is a reason between two names.
    """
    name = _same_name(one.name, other.name)
    place = _same_place(one, other)
    email = SAME_EMAIL if _shared(_personal(one), _personal(other)) else ""
    phone = SAME_PHONE if _shared(_numbers(one), _numbers(other)) else ""
    strangers = bool(one.name and other.name and not name)
    if email or (phone and not strangers) or (name and place):
        return tuple(reason for reason in (email, phone, name, name and place) if reason)
    return ()


def name_forms(name: str) -> frozenset[str]:
    """How a name may be sorted elsewhere: in the other order, or as its Han characters sound."""
    _, given, family = split_name(name)
    parts = [given, family] if given and family else name.split()
    words = [fold(pinyin(part) or part) for part in parts]
    turned = [*words[-1:], *words[:-1]]
    forms = {sep.join(order) for sep in ("", " ") for order in (words, turned)}
    return frozenset(form for form in (*forms, sortable(name)) if form)


def company_root(company: str) -> str:
    """A company's name without its legal form: "Müller GmbH & Co. KG" is "muller"."""
    plain = re.sub(r"[^\w\s]", " ", fold(company).replace(".", ""))
    bare = CHINESE_FORMS.sub("", plain.strip())
    words = bare.split()
    return " ".join(word for word in words if word not in LEGAL_FORMS) or " ".join(words)


def _same_name(one: str, other: str) -> str:
    if not one or not other:
        return ""
    if fold(one) == fold(other):
        return SAME_NAME
    return SAME_SOUND if name_forms(one) & name_forms(other) else ""


def _same_place(one: Person, other: Person) -> str:
    """What brings two people of one name together."""
    companies = (company_root(one.company), company_root(other.company))
    if all(companies) and _alike(*companies):
        return SAME_COMPANY
    if _shared(_domains(one.emails), _domains(other.emails)):
        return SAME_DOMAIN
    return "" if all(companies) else ONE_COMPANY


def _alike(one: str, other: str) -> bool:
    return one == other or fold(pinyin(one) or one) == fold(pinyin(other) or other)


def _personal(person: Person) -> set[str]:
    return {email.casefold() for email in person.emails if is_personal(email)}


def _numbers(person: Person) -> set[str]:
    return {phone["e164"] for phone in person.phones if phone.get("e164")}


def _domains(emails: Sequence[str]) -> set[str]:
    domains = (email.casefold().rpartition("@")[2] for email in emails)
    return {domain for domain in domains if domain and not FREE_MAIL.match(domain)}


def _shared(one: Iterable[str], other: Iterable[str]) -> bool:
    return not set(one).isdisjoint(other)
