"""What a visitor answered: checked when it arrives, and in words when it is shown."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from app.kit.folding import fold, without_controls
from app.web.language import N_, Language

Value = str | int | float | bool | list[str]

LONGEST_CHOICE = 200
LONGEST_TEXT = 2000
MOST_CHOICES = 40
LARGEST_NUMBER = 1e15  # beyond, a float no longer holds every whole number

GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
WORDS = {"yes": True, "true": True, "on": True, "1": True}
WORDS |= {"no": False, "false": False, "off": False, "0": False}
YES, NO = N_("Yes"), N_("No")


def checked_answer(kind: str, options: Sequence[str], value: Any) -> Value | None:
    """The answer as it is stored, or None where it is no answer to a question of this kind.

    A choice that is none of the options stays as it was sent: a phone without a network may
    offer options that have been reworded since.
    """
    check = CHECKS.get(kind)
    return check(options, value) if check else None


def answer_text(kind: str, value: Any, language: str) -> str:
    """The answer in words. A number stays plain, for it may be a year as well as an amount."""
    if isinstance(value, bool):
        return Language.named(language).gettext(YES if value else NO)
    if isinstance(value, list):
        mark = "、" if language == "zh-Hans" else ", "
        return mark.join(answer_text(kind, item, language) for item in value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _single(options: Sequence[str], value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    chosen = _storable(value)
    if not chosen or len(chosen) > LONGEST_CHOICE:
        return None
    return next((option for option in options if fold(option) == fold(chosen)), chosen)


def _several(options: Sequence[str], value: Any) -> list[str] | None:
    sent = value if isinstance(value, list) else [value]
    checked = [_single(options, item) for item in sent[:MOST_CHOICES]]
    chosen = dict.fromkeys(item for item in checked if item)
    in_order = [option for option in options if option in chosen]
    return in_order + [item for item in chosen if item not in options] or None


def _text(_: Sequence[str], value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    return _storable(value)[:LONGEST_TEXT].rstrip() or None


def _storable(text: str) -> str:
    """Without control characters and halves of characters, which no database takes."""
    return without_controls(text.encode("utf-8", "ignore").decode()).strip()


def _number(_: Sequence[str], value: Any) -> int | float | None:
    if isinstance(value, str):
        return _number_written(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if -LARGEST_NUMBER <= value <= LARGEST_NUMBER:  # which no NaN is
        return int(value) if value == int(value) else value
    return None


def _number_written(text: str) -> int | float | None:
    """12, 12.5, 12,5 and 1,200.50, in full width too."""
    plain = "".join(unicodedata.normalize("NFKC", text[:LONGEST_CHOICE]).split())
    if GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    elif DECIMAL_COMMA.fullmatch(plain):
        plain = plain.replace(",", ".")
    return _number((), float(plain)) if NUMBER.fullmatch(plain) else None


def _yes_no(_: Sequence[str], value: Any) -> bool | None:
    if isinstance(value, str):
        return WORDS.get(fold(value[:LONGEST_CHOICE]))
    return bool(value) if isinstance(value, int) and value in (0, 1) else None


CHECKS: dict[str, Callable[[Sequence[str], Any], Value | None]] = {
    "single": _single,
    "several": _several,
    "text": _text,
    "number": _number,
    "yes_no": _yes_no,
}
