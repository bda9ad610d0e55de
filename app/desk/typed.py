"""A lead's fields as a form sends them, and what to do when somebody else was quicker."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.badges.names import split_name
from app.badges.phones import e164
from app.leads.forms import LeadForm
from app.leads.person import TEXTS, Fields

NETWORKS = ("wechat", "whatsapp", "linkedin")
NAME_PARTS = ("name_prefix", "given_name", "family_name")


def as_sent(fields: Mapping[str, Any]) -> dict[str, str]:
    """A lead's fields as the form shows them: lists one item a line."""
    return {
        **{name: fields[name] for name in TEXTS},
        "emails": "\n".join(fields["emails"]),
        "phones": "\n".join(phone["written"] for phone in fields["phones"]),
        "urls": "\n".join(fields["urls"]),
        **{network: fields["links"].get(network, "") for network in NETWORKS},
    }


def sent_back(form: LeadForm) -> dict[str, str]:
    """The same of what was sent."""
    sent = form.model_dump(exclude={"seen"})
    return {
        name: "\n".join(value) if isinstance(value, list) else value for name, value in sent.items()
    }


def changed(sent: Mapping[str, str], seen: Mapping[str, str]) -> dict[str, str]:
    """What was changed in the form. A field that was never shown counts as changed."""
    return {name: value for name, value in sent.items() if seen.get(name) != value}


def in_conflict(
    mine: Mapping[str, str], seen: Mapping[str, str], present: Mapping[str, str]
) -> list[str]:
    """Fields that both this form and somebody else changed, not to the same value."""
    return [
        name
        for name, value in mine.items()
        if present[name] != seen.get(name, present[name]) and present[name] != value
    ]


def applied(fields: Mapping[str, Any], mine: Mapping[str, str], region: str) -> Fields:
    """The fields with these changes. `region` says what a phone without a country code means."""
    made: Fields = {**fields, **{name: mine[name] for name in TEXTS if name in mine}}
    for name in ("emails", "urls"):
        if name in mine:
            made[name] = _lines(mine[name])
    if "phones" in mine:
        made["phones"] = _phones(_lines(mine["phones"]), fields["phones"], region)
    links = {name: mine[name] for name in NETWORKS if name in mine}
    kept = {name: link for name, link in fields["links"].items() if name not in links}
    made["links"] = kept | {name: link for name, link in links.items() if link}
    return _with_name_parts(made, mine)


def _with_name_parts(fields: Fields, mine: Mapping[str, str]) -> Fields:
    """A new name has new parts, where nobody typed them."""
    if "name" not in mine or any(part in mine for part in NAME_PARTS):
        return fields
    return fields | dict(zip(NAME_PARTS, split_name(mine["name"]), strict=True))


def _phones(
    written: Sequence[str], known: Sequence[Mapping[str, str]], region: str
) -> list[dict[str, str]]:
    numbers = {phone["written"]: phone.get("e164", "") for phone in known}
    return [
        {"written": line, "e164": numbers.get(line) or e164(line, region or None)}
        for line in written
    ]


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]
