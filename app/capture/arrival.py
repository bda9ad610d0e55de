"""A capture understood: what its badge says, what staff said, and what it adds to the ledger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from app.accounts.actor import Actor
from app.badges.badge import Badge
from app.badges.countries import country_code
from app.badges.identity import badge_key
from app.badges.names import split_name
from app.badges.parse import parse_badge
from app.badges.phones import e164
from app.capture.batch import LARGEST_PAYLOAD, Sent
from app.capture.forms import CaptureForm, GivenConsent, NextStep, TypedFields
from app.capture.setting import Setting, ShowSetting
from app.leads.identity import keys_of
from app.qualifiers.answers import checked_answer
from app.shows.kinds import KINDS

SKEW_WORTH_MENDING = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line that a capture adds to the ledger."""

    kind: str
    label: str = ""
    count: int = 1
    product_id: UUID | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """All of a capture, ready to be written. `at` is the server's idea of when it happened."""

    actor: Actor
    sent: Sent
    show: ShowSetting | None
    member_id: UUID
    received_at: datetime
    skew: timedelta
    at: datetime
    on_day: date
    badge_key: str
    keys: Sequence[str]
    learned: Mapping[str, Any]
    typed: Mapping[str, Any]
    reason: str
    entries: Sequence[Entry]
    answers: Mapping[UUID, Any]
    next_step: NextStep | None
    next_step_owner: UUID
    consent: GivenConsent | None

    @property
    def form(self) -> CaptureForm:
        return self.sent.form

    @property
    def identity(self) -> tuple[UUID, UUID]:
        return self.actor.exhibitor_id, self.form.capture_id


def understood(
    sent: Sent, actor: Actor, setting: Setting, *, received_at: datetime, skew: timedelta
) -> Arrival:
    """Read everything a capture holds. Total: what cannot be read is left out, with a reason."""
    form = sent.form
    show = setting.shows.get(form.show_id)
    at = happened_at(form.captured_at, skew_then(form, skew), received_at)
    badge = parse_badge(sent.payload, mapping=show.mapping if show else None)
    member_id = form.member_id if form.member_id in setting.members else actor.member_id
    key = badge_key(badge, sent.payload) if sent.payload else ""
    typed = typed_fields(form.fields, show)
    learned = learned_fields(badge, show) if sent.payload else {}
    emails = [*typed.get("emails", ()), *learned.get("emails", ())]
    return Arrival(
        actor=actor,
        sent=sent,
        show=show,
        member_id=member_id,
        received_at=received_at,
        skew=skew,
        at=at,
        on_day=at.astimezone(show.zone if show else None).date(),
        badge_key=key,
        keys=keys_of(show.id if show else None, key, emails),
        learned=learned,
        typed=typed,
        reason=reason_to_park(sent, show, badge, typed),
        entries=ledger_entries(form, show, bool(sent.payload)),
        answers=known_answers(form, show),
        next_step=form.next_step if form.next_step and form.next_step.what else None,
        next_step_owner=next_step_owner(form, setting, member_id),
        consent=form.consent if form.consent and form.consent.given else None,
    )


def next_step_owner(form: CaptureForm, setting: Setting, otherwise: UUID) -> UUID:
    """Whoever was named, where they are one of us; else whoever made the promise."""
    named = form.next_step.owner_id if form.next_step else None
    return named if named in setting.members and named else otherwise


def skew_then(form: CaptureForm, skew_now: timedelta) -> timedelta:
    """How far the phone's clock was behind when the badge was scanned; as now, where it cannot
    say."""
    return skew_now if form.skew_ms is None else timedelta(milliseconds=form.skew_ms)


def happened_at(captured_at: datetime, skew: timedelta, received_at: datetime) -> datetime:
    """The phone's time, mended where its clock is clearly wrong, and never in the future."""
    mended = captured_at + skew if abs(skew) > SKEW_WORTH_MENDING else captured_at
    return min(mended, received_at)


def reason_to_park(
    sent: Sent, show: ShowSetting | None, badge: Badge, typed: Mapping[str, Any]
) -> str:
    """Why a person should look at this capture; empty when all is clear."""
    if show is None:
        return "unknown_show"
    if sent.payload_length > LARGEST_PAYLOAD:
        return "payload_too_long"
    if sent.form.adds_to or typed.get("name") or badge.name or badge.company:
        return ""
    if not sent.payload:
        return "" if typed else _nothing_typed(sent.form)
    return _unread(badge)


def _nothing_typed(form: CaptureForm) -> str:
    return "photo_to_read" if form.photos else "nothing_entered"


def _unread(badge: Badge) -> str:
    if badge.format == "product":
        return "product"
    if badge.needs:
        return f"needs_{badge.needs}"
    return "" if badge.emails or badge.phones else "unreadable"


def learned_fields(badge: Badge, show: ShowSetting | None) -> dict[str, Any]:
    """A lead's fields as the badge has them. A guessed name is left to people."""
    country = country_code(badge.country) or badge.country
    region = country or (show.country if show else "")
    named = not badge.name_is_guess
    return {
        "name": badge.name if named else "",
        "name_prefix": badge.name_prefix,
        "given_name": badge.given_name if named else "",
        "family_name": badge.family_name if named else "",
        "company": badge.company,
        "department": badge.department,
        "job_title": badge.job_title,
        "address": badge.address,
        "city": badge.city,
        "country": country,
        "badge_id": badge.badge_id,
        "emails": list(badge.emails),
        "phones": [
            {"written": phone, "e164": e164(phone, region or None)} for phone in badge.phones
        ],
        "urls": list(badge.urls),
        "links": dict(badge.links),
    }


def typed_fields(fields: TypedFields, show: ShowSetting | None) -> dict[str, Any]:
    """A lead's fields as staff typed them: only those they did type."""
    typed: dict[str, Any] = {
        name: value
        for name, value in (
            ("name", fields.name), ("company", fields.company), ("job_title", fields.job_title)
        )
        if value
    }  # fmt: skip
    if fields.name:
        prefix, given, family = split_name(fields.name)
        typed |= {"name_prefix": prefix, "given_name": given, "family_name": family}
    if fields.email:
        typed["emails"] = [fields.email]
    if fields.phone:
        number = e164(fields.phone, show.country or None if show else None)
        typed["phones"] = [{"written": fields.phone, "e164": number}]
    return typed


def ledger_entries(form: CaptureForm, show: ShowSetting | None, scanned: bool) -> list[Entry]:
    """The meeting itself first, with the note; then each thing that happened at it."""
    chips = show.chips if show else {}
    products = show.products if show else {}
    arrival = "note" if form.adds_to else "scan" if scanned else "met"
    entries = [Entry(arrival, note=form.note)] if form.note or not form.adds_to else []
    entries += [
        Entry(chip.kind, label=chips.get(chip.chip_id, "") if chip.chip_id else "")
        for chip in form.interactions
        if chip.kind in KINDS
    ]
    if form.rating:
        entries.append(Entry(f"rated_{form.rating}"))
    if answers := known_answers(form, show):
        entries.append(Entry("answer", count=len(answers)))
    return entries + [
        Entry("interest", product_id=product) for product in form.products if product in products
    ]


def known_answers(form: CaptureForm, show: ShowSetting | None) -> dict[UUID, Any]:
    """The answers that fit a question of the show. Others stay in the capture's body."""
    questions = show.questions if show else {}
    checked = {
        question: checked_answer(*questions[question], value)
        for question, value in form.answers.items()
        if question in questions
    }
    return {question: value for question, value in checked.items() if value is not None}
