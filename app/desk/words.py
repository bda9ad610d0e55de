"""What the pages of the desk say: tags, edits, payloads and clocks in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from app.badges.charsets import decode
from app.kit.folding import without_controls
from app.tagging.sentences import label_in_words, reason_in_words, until_in_words
from app.tagging.tag import Tag
from app.web.language import N_, Language

LONGEST_PAYLOAD = 4000
FIELDS = {
    "name": N_("Name"),
    "name_prefix": N_("Title before the name"),
    "given_name": N_("Given name"),
    "family_name": N_("Family name"),
    "company": N_("Company"),
    "department": N_("Department"),
    "job_title": N_("Job title"),
    "emails": N_("E-mail"),
    "phones": N_("Phone"),
    "urls": N_("Web address"),
    "links": N_("Profiles"),
    "address": N_("Address"),
    "city": N_("City"),
    "country": N_("Country"),
    "badge_id": N_("Badge number"),
}


@dataclass(frozen=True, slots=True)
class TagInWords:
    """A tag with its reasons as sentences. `until` is empty where time changes nothing."""

    dimension: str
    key: str
    label: str
    since: datetime | None
    until: str
    reasons: Sequence[str]
    would_change: Sequence[str]


def tag_in_words(tag: Tag, language: Language, zone: tzinfo) -> TagInWords:
    return TagInWords(
        tag.dimension,
        tag.label,
        label_in_words(tag.label, language),
        tag.since,
        until_in_words(tag, language, zone),
        [reason_in_words(reason, language, zone) for reason in tag.reasons],
        [reason_in_words(reason, language, zone) for reason in tag.would_change],
    )


def due_in_words(due_on: date | None, today: date, language: Language) -> str:
    """When a promised step is due, as people say it."""
    if due_on is None:
        return ""
    if due_on < today:
        return language.gettext(N_("overdue since %(day)s"), day=language.weekday(due_on))
    near = {today: N_("due today"), today + timedelta(days=1): N_("due tomorrow")}
    if due_on in near:
        return language.gettext(near[due_on])
    return language.gettext(N_("due %(day)s"), day=language.weekday(due_on))


def clock_of(zone: tzinfo, at: datetime) -> str:
    """How the clock at a show stands: GMT+8."""
    minutes = int((at.astimezone(zone).utcoffset() or timedelta()).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return "GMT" + (f"{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "")


def value_in_words(value: Any) -> str:
    """A field of a lead, whatever it holds."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {item}" for name, item in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(
            item["written"] if isinstance(item, Mapping) else str(item) for item in value
        )
    return str(value)


def payload_in_words(payload: bytes) -> str:
    """What a badge's code holds, as text."""
    return without_controls(decode(payload[:LONGEST_PAYLOAD]).text)
