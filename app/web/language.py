"""The reader's language: choosing it, translating, and writing times as it writes them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Self

from babel import Locale
from babel.dates import format_date, format_datetime, format_interval, format_time, format_timedelta
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations

CATALOGS = Path(__file__).parent / "locale"
LANGUAGES: Mapping[str, str] = {"en": "en", "zh-Hans": "zh_Hans"}
NAMES: Mapping[str, str] = {"en": "English", "zh-Hans": "简体中文"}
COOKIE = "language"


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its tag (BCP 47), its catalog and its ways of writing dates."""

    tag: str
    locale: Locale
    catalog: NullTranslations

    @classmethod
    def named(cls, tag: str) -> Self:
        return _languages()[tag if tag in LANGUAGES else "en"]  # type: ignore[return-value]

    def gettext(self, message: str, /, **values: Any) -> str:
        text: str = self.catalog.ugettext(message)
        return text % values if values else text

    def ngettext(self, one: str, many: str, count: int, /, **values: Any) -> str:
        text: str = self.catalog.ungettext(one, many, count)
        return text % {"num": count, **values}

    def day(self, on: date) -> str:
        return format_date(
            on, format="d MMM y" if self.tag == "en" else "medium", locale=self.locale
        )

    def days(self, first: date, last: date) -> str:
        writing = "en_GB" if self.tag == "en" else self.locale  # the day first, as everywhere
        return format_interval(first, last, skeleton="yMMMd", locale=writing)

    def weekday(self, on: date) -> str:
        return format_date(
            on, format="EEE d MMM" if self.tag == "en" else "MMMd日 EEE", locale=self.locale
        )

    def time(self, at: datetime, zone: tzinfo = UTC) -> str:
        return format_time(at, format="HH:mm", tzinfo=zone, locale=self.locale)

    def moment(self, at: datetime, zone: tzinfo = UTC) -> str:
        pattern = "d MMM y, HH:mm" if self.tag == "en" else "y年M月d日 HH:mm"
        return format_datetime(at, format=pattern, tzinfo=zone, locale=self.locale)

    def figure(self, number: int) -> str:
        """100,000: a large number in groups that can be read at a glance."""
        return str(format_decimal(number, locale=self.locale))

    def span(self, length: timedelta) -> str:
        """ "2 hr": roughly, in the largest unit that fits."""
        return format_timedelta(length, threshold=1.2, format="short", locale=self.locale)

    def ago(self, at: datetime, present: datetime) -> str:
        past = at - present
        if abs(past) < timedelta(minutes=1):
            return self.gettext("just now")
        return format_timedelta(past, add_direction=True, threshold=1.2, locale=self.locale)


@cache
def _languages() -> dict[str, Language]:
    return {
        tag: Language(tag, Locale.parse(name), _catalog(name)) for tag, name in LANGUAGES.items()
    }


def _catalog(name: str) -> NullTranslations:
    file = CATALOGS / f"{name}.po"
    if not file.exists():
        return NullTranslations()
    compiled = BytesIO()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source, locale=name))
    compiled.seek(0)
    return Translations(compiled)


def accepted(header: str) -> str:
    """The first language of an Accept-Language header that we have, else English.

    Not babel.negotiate_locale: it answers English to Chrome's "zh-CN,zh;q=0.9,en;q=0.8".
    """
    for part in header.split(","):
        primary = part.split(";")[0].strip().lower().split("-")[0]
        if primary in ("en", "zh"):
            return "zh-Hans" if primary == "zh" else "en"
    return "en"


def chosen(*, member: str | None, cookie: str | None, header: str) -> Language:
    """A member's own setting beats the cookie, which beats what the browser asks for."""
    for tag in (member, cookie):
        if tag in LANGUAGES:
            return Language.named(str(tag))
    return Language.named(accepted(header))


_current: ContextVar[Language | None] = ContextVar("language", default=None)


def current() -> Language:
    return _current.get() or Language.named("en")


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Texts made inside the block are in this language."""
    token = _current.set(language)
    try:
        yield
    finally:
        _current.reset(token)


def gettext(message: str, /, **values: Any) -> str:
    return current().gettext(message, **values)


def ngettext(one: str, many: str, count: int, /, **values: Any) -> str:
    return current().ngettext(one, many, count, **values)


def N_(message: str) -> str:
    """Marks a text for translation where it is written; it is translated where it is shown."""
    return message
