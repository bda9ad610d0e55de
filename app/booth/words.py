"""Phones in plain words: what one holds, what is wrong with it, and whether all are drained."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from app.booth.drain import Drain
from app.booth.phone import Holding, Phone, Trouble, is_silent, trouble_with, unsent_since
from app.web.language import N_, Language

MOST_NAMES = 4
TONES = {
    Trouble.UNSENT_TOO_LONG: "danger",
    Trouble.NEEDS_A_LOOK: "danger",
    Trouble.HOLDING: "warm",
    Trouble.NONE: "good",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: in which language, at which clock, and what time it is."""

    language: Language
    zone: tzinfo
    now: datetime
    version: str = ""

    def when(self, at: datetime) -> str:
        """The time for today, the day and the time before."""
        time = self.language.time(at, self.zone)
        day, today = at.astimezone(self.zone).date(), self.now.astimezone(self.zone).date()
        if day == today:
            return time
        return self.language.gettext(
            N_("%(day)s, %(time)s"), day=self.language.weekday(day), time=time
        )

    def listed(self, items: Iterable[str]) -> str:
        return self.language.gettext(N_(", ")).join(items)


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """A phone as a line of the list."""

    phone: Phone
    holds: str
    tone: str
    notes: Sequence[str]


def phone_line(phone: Phone, reader: Reader) -> PhoneLine:
    tone = TONES.get(trouble_with(phone, reader.now), "")
    return PhoneLine(phone, holds_in_words(phone, reader), tone, notes_on(phone, reader))


def holds_in_words(phone: Phone, reader: Reader) -> str:
    """ "3 waiting, oldest 14:02"; what a phone has not said, nobody knows."""
    say = reader.language.gettext
    if phone.holding is None:
        return say(N_("Has not said what it holds"))
    if phone.holding.is_drained:
        return say(N_("All sent"))
    what = reader.listed(_counted(phone.holding, reader.language))
    oldest = unsent_since(phone)
    if oldest is None:
        return what
    return say(N_("%(what)s, oldest %(when)s"), what=what, when=reader.when(oldest))


def _counted(holding: Holding, language: Language) -> list[str]:
    """Each kind of what it holds, where there is any."""
    waiting = language.ngettext("%(num)s waiting", "%(num)s waiting", holding.waiting)
    refused = language.ngettext("%(num)s needs a look", "%(num)s need a look", holding.refused)
    photos = language.ngettext("%(num)s photo waiting", "%(num)s photos waiting", holding.photos)
    numbers = (holding.waiting, holding.refused, holding.photos)
    return [
        text for number, text in zip(numbers, (waiting, refused, photos), strict=True) if number
    ]


def notes_on(phone: Phone, reader: Reader) -> list[str]:
    """What else a manager should know of it."""
    say, holding = reader.language.gettext, phone.holding
    notes = [_about_signing_out(phone, reader)] if phone.signed_out_at else []
    if is_silent(phone, reader.now):
        notes.append(say(N_("not heard of since %(when)s"), when=reader.when(phone.heard_at)))
    if holding and holding.clock_is_wrong:
        notes.append(clock_in_words(holding.skew, reader.language))
    if holding and holding.is_kept is False:
        notes.append(say(N_("storage not protected")))
    if holding and holding.version and reader.version not in ("", holding.version):
        notes.append(say(N_("has an older version open")))
    return notes


def _about_signing_out(phone: Phone, reader: Reader) -> str:
    assert phone.signed_out_at
    say, when = reader.language.gettext, reader.when(phone.signed_out_at)
    if phone.door_until is None or phone.door_until <= reader.now:
        return say(N_("signed out %(when)s"), when=when)
    until = reader.when(phone.door_until)
    return say(N_("signed out %(when)s, hands in until %(until)s"), when=when, until=until)


def clock_in_words(skew: timedelta, language: Language) -> str:
    """How far a clock is off: "clock 2 hr behind"."""
    span = language.span(abs(skew))
    behind = N_("clock %(span)s behind")
    return language.gettext(
        behind if skew > timedelta(0) else N_("clock %(span)s ahead"), span=span
    )


def drain_in_words(drain: Drain, reader: Reader) -> str:
    """Whether all phones are drained, and which are not."""
    say = reader.language.gettext
    sentences = [_about_show(drain, reader)]
    if drain.holding:
        sentences.append(_about_holding(drain, reader))
    elif drain.silent:
        sentences.append(say(N_("All others are drained.")))
    elif drain.phones:
        sentences.append(say(N_("All phones are drained.")))
    if drain.silent:
        names = names_of(drain.silent, reader)
        sentences.append(say(N_("Not heard of lately: %(names)s."), names=names))
    return " ".join(filter(None, sentences))


def alarm_in_words(drain: Drain, reader: Reader) -> str:
    """What was unsent for too long; empty where nothing was."""
    return reader.language.ngettext(
        "One phone holds captures that are older than a day: %(names)s.",
        "%(num)s phones hold captures that are older than a day: %(names)s.",
        len(drain.overdue),
        names=names_of(drain.overdue, reader),
    ) if drain.overdue else ""  # fmt: skip


def _about_show(drain: Drain, reader: Reader) -> str:
    if not drain.closing:
        return ""
    sentence = N_("%(show)s is over.") if drain.is_over else N_("Last day of %(show)s.")
    return reader.language.gettext(sentence, show=drain.closing)


def _about_holding(drain: Drain, reader: Reader) -> str:
    language = reader.language
    captures = language.ngettext("%(num)s capture", "%(num)s captures", drain.captures)
    photos = language.ngettext("%(num)s photo", "%(num)s photos", drain.photos)
    what = [text for number, text in ((drain.captures, captures), (drain.photos, photos)) if number]
    return language.ngettext(
        "One phone still holds %(what)s: %(names)s.",
        "%(num)s phones still hold %(what)s: %(names)s.",
        len(drain.holding),
        what=reader.listed(what),
        names=names_of(drain.holding, reader),
    )


def names_of(phones: Sequence[Phone], reader: Reader) -> str:
    """Whose phones they are, the first few by name."""
    names = [name_of(phone, reader.language) for phone in phones[:MOST_NAMES]]
    more = len(phones) - len(names)
    others = [reader.language.ngettext("%(num)s more", "%(num)s more", more)] if more else []
    return reader.listed([*names, *others])


def name_of(phone: Phone, language: Language) -> str:
    """Such as "Anna Walker (iPhone)"."""
    platform = phone.device.partition(" · ")[0]
    if not platform:
        return phone.member
    return language.gettext(N_("%(member)s (%(device)s)"), member=phone.member, device=platform)
