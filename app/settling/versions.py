"""Two versions of a capture side by side, field by field, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any, NamedTuple
from uuid import UUID

from app.capture.forms import CaptureForm
from app.desk.words import payload_in_words
from app.shows.kinds import kind_of
from app.web.language import N_, Language

RATINGS = {"hot": N_("Hot"), "warm": N_("Warm"), "cold": N_("Cold")}


class Side(NamedTuple):
    """One version: what was entered, and what the badge holds."""

    form: CaptureForm
    payload: bytes


class Compared(NamedTuple):
    """One field of both: its name, the two values, and whether they say the same."""

    name: str
    one: str
    other: str
    is_same: bool


@dataclass(frozen=True, slots=True)
class Names:
    """What ids stand for."""

    shows: Mapping[UUID, str]
    chips: Mapping[UUID, str]
    products: Mapping[UUID, str]
    questions: Mapping[UUID, str]
    members: Mapping[UUID, str]


def compared(
    one: Side, other: Side, names: Names, language: Language, zone: tzinfo
) -> list[Compared]:
    """The fields of two versions; those that both lack are left out."""
    first = dict(_told(one, names, language, zone))
    second = dict(_told(other, names, language, zone))
    every = dict.fromkeys([*first, *second])
    pairs = [(name, first.get(name, ""), second.get(name, "")) for name in every]
    return [Compared(*pair, pair[1] == pair[2]) for pair in pairs if pair[1] or pair[2]]


def _told(side: Side, names: Names, language: Language, zone: tzinfo) -> Iterator[tuple[str, str]]:
    say, form = language.gettext, side.form
    yield say(N_("Name")), form.fields.name
    yield say(N_("Company")), form.fields.company
    yield say(N_("Job title")), form.fields.job_title
    yield say(N_("E-mail")), form.fields.email
    yield say(N_("Phone")), form.fields.phone
    yield say(N_("Badge")), payload_in_words(side.payload)
    yield say(N_("Rating")), say(RATINGS[form.rating]) if form.rating else ""
    yield say(N_("What happened")), ", ".join(_happened(form, names, language))
    yield (
        say(N_("Interested in")),
        ", ".join(names.products.get(each, "?") for each in form.products),
    )
    for question, value in form.answers.items():
        yield names.questions.get(question, "?"), _answer(value, language)
    yield say(N_("Note")), form.note
    yield say(N_("Next step")), _step(form, names, language)
    yield say(N_("May be contacted")), say(N_("Yes")) if form.consent and form.consent.given else ""
    yield say(N_("Captured")), language.moment(form.captured_at, zone)
    yield say(N_("Captured by")), names.members.get(form.member_id, "?")
    yield say(N_("Show")), names.shows.get(form.show_id, "?")


def _happened(form: CaptureForm, names: Names, language: Language) -> Iterator[str]:
    for tapped in form.interactions:
        label = names.chips.get(tapped.chip_id, "") if tapped.chip_id else ""
        yield label or language.gettext(kind_of(tapped.kind).name)


def _answer(value: Any, language: Language) -> str:
    if isinstance(value, bool):
        return language.gettext(N_("Yes") if value else N_("No"))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _step(form: CaptureForm, names: Names, language: Language) -> str:
    step = form.next_step
    if step is None:
        return ""
    owner = names.members.get(step.owner_id, "") if step.owner_id else ""
    due = language.day(step.due_on) if step.due_on else ""
    return ", ".join(filter(None, (step.what, owner, due)))
