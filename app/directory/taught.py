"""What the organiser's list teaches about a lead: only what nobody has said yet."""

from collections.abc import Mapping
from typing import Any, Protocol

from app.badges.phones import e164

NAME = ("name", "name_prefix", "given_name", "family_name")
TEXTS = ("company", "department", "job_title", "address", "city", "country")
FIELDS = (*NAME, *TEXTS, "badge_id", "emails", "phones")


class Wearer(Protocol):
    """An entry of the list, as far as it is about the person."""

    badge_id: str
    name: str
    company: str

    @property
    def fields(self) -> Mapping[str, Any]: ...


def taught(wearer: Wearer, region: str) -> dict[str, Any]:
    """A lead's fields as the list has them. `region` says what a bare phone number means."""
    said = wearer.fields
    country = str(said.get("country", ""))
    where = country if len(country) == 2 else region
    return {
        **{name: said.get(name, "") for name in (*NAME, *TEXTS)},
        "name": wearer.name,
        "company": wearer.company,
        "badge_id": wearer.badge_id,
        "emails": list(said.get("emails", ())),
        "phones": [
            {"written": phone, "e164": e164(phone, where or None)}
            for phone in said.get("phones", ())
        ],
    }


def completed_by_list(known: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """What is known, its gaps filled by the list. A name is taken whole or not at all, and an
    address or a number of the list is only taken where there is none."""
    names = {} if known.get("name") else {name: told[name] for name in NAME if told[name]}
    others = {
        name: told[name]
        for name in (*TEXTS, "badge_id", "emails", "phones")
        if told[name] and not known.get(name)
    }
    return {**known, **names, **others}
