"""Tags and their reasons in words."""

from collections.abc import Iterable
from datetime import tzinfo
from zoneinfo import ZoneInfo

from app.shows.kinds import KINDS
from app.tagging.tag import Reason, Tag
from app.web.language import N_, Language

LABELS = {
    "active": N_("Active"),
    "potential": N_("Potential"),
    "dormant": N_("Dormant"),
}
DIMENSIONS = {"behaviour": N_("Behaviour")}
VISIT_AGAIN = N_("Came back to the booth")
UTC = ZoneInfo("UTC")


def label_in_words(label: str, language: Language) -> str:
    return language.gettext(LABELS.get(label, label))


def reason_in_words(reason: Reason, language: Language, zone: tzinfo = UTC) -> str:
    """One reason as a sentence."""
    values = reason.values
    if reason.code == "happened":
        return language.ngettext(
            "%(what)s on %(when)s: %(points)s point",
            "%(what)s on %(when)s: %(points)s points",
            1 if values["points"] == 1 else 2,
            what=kind_in_words(values["kind"], language),
            when=language.moment(values["at"], zone),
            points=_number(values["points"]),
        )
    if reason.code == "left":
        return language.gettext(
            "Points halve every %(days)s days: %(points)s are left now. "
            "Active from %(active)s, potential from %(potential)s.",
            days=values["days"],
            points=_number(values["points"]),
            active=_number(values["active_from"]),
            potential=_number(values["potential_from"]),
        )
    if reason.code == "would_be_active":
        kinds = [kind_in_words(kind, language) for kind in values["kinds"]]
        return language.gettext(
            "Any one of these makes the lead active: %(kinds)s.", kinds=_listed(kinds, language)
        )
    return reason.code


def until_in_words(tag: Tag, language: Language, zone: tzinfo = UTC) -> str:
    """How long the label lasts if nobody talks to the lead; empty where time changes nothing."""
    if tag.until is None:
        return ""
    return language.gettext(
        "%(label)s until %(when)s unless somebody talks to the lead, then %(then)s.",
        label=label_in_words(tag.label, language),
        when=language.moment(tag.until, zone),
        then=label_in_words(tag.then, language).lower(),
    )


def kind_in_words(kind: str, language: Language) -> str:
    """The name of a kind of interaction."""
    if kind == "visit_again":
        return language.gettext(VISIT_AGAIN)
    return language.gettext(KINDS[kind].name) if kind in KINDS else kind


def _listed(items: Iterable[str], language: Language) -> str:
    return ("、" if language.tag == "zh-Hans" else ", ").join(items)


def _number(value: float) -> str:
    return f"{value:g}"
