"""Ways to reach a lead, sorted into those with a sure form and those that stay as written."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import phonenumbers

from app.badges.phones import extension
from app.exports.safe_cells import E164, EMAIL, NUMBER_OR_LINK, WEBSITE, clean, has_form

OWN_COLUMN = ("wechat", "linkedin", "whatsapp")
SEPARATOR = "; "


class Numbers(NamedTuple):
    """Phone numbers in their international form, by what rings."""

    phone: str = ""
    mobile: str = ""
    further: str = ""


def numbers(phones: list[dict[str, str]]) -> Numbers:
    """The first fixed line, the first mobile, and the others."""
    sure = _unique(phone["e164"] for phone in phones if has_form(E164, phone.get("e164", "")))
    mobile = next((number for number in sure if is_mobile(number)), "")
    phone = next((number for number in sure if not is_mobile(number)), "")
    further = [number for number in sure if number not in (mobile, phone)]
    return Numbers(phone, mobile, SEPARATOR.join(further))


@lru_cache(maxsize=4096)
def is_mobile(e164: str) -> bool:
    """Whether the number is surely a mobile: in some countries one cannot tell."""
    try:
        kind = phonenumbers.number_type(phonenumbers.parse(e164))
    except phonenumbers.NumberParseException:
        return False
    return bool(kind == phonenumbers.PhoneNumberType.MOBILE)


def emails(lead: Any) -> list[str]:
    return [email for email in map(clean, lead.emails) if has_form(EMAIL, email)]


def website(lead: Any) -> str:
    return next((url for url in map(clean, lead.urls) if has_form(WEBSITE, url)), "")


def further_links(lead: Any) -> str:
    """Websites after the first, and profiles that have no column of their own."""
    urls = [url for url in map(clean, lead.urls) if has_form(WEBSITE, url)][1:]
    named = [f"{name}: {link}" for name, link in lead.links.items() if name not in OWN_COLUMN]
    return "\n".join(urls + named)


def whatsapp(lead: Any) -> str:
    number = clean(lead.links.get("whatsapp", ""))
    return number if has_form(NUMBER_OR_LINK, number) else ""


def as_written(lead: Any) -> Iterator[str]:
    """What fits no column without losing something: it goes along in the notes."""
    yield from (phone["written"] for phone in lead.phones if loses(phone))
    yield from (email for email in lead.emails if not has_form(EMAIL, clean(email)))
    yield from (url for url in lead.urls if not has_form(WEBSITE, clean(url)))
    number = lead.links.get("whatsapp", "")
    if number and not has_form(NUMBER_OR_LINK, clean(number)):
        yield number


def loses(phone: Mapping[str, str]) -> bool:
    """Whether the international form is missing or leaves out an extension."""
    written = phone.get("written", "")
    return bool(written) and (not has_form(E164, phone.get("e164", "")) or bool(extension(written)))


def _unique(items: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(items))
