from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.desk.words import clock_of, due_in_words, payload_in_words, value_in_words
from app.web.language import Language
from tests.leads_on_stage import at

TODAY = date(2026, 11, 21)
ENGLISH = Language.named("en")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "overdue since Fri 20 Nov"),
        (0, "due today"),
        (1, "due tomorrow"),
        (5, "due Thu 26 Nov"),
    ],
)
def test_a_step_is_due_as_people_say_it(days: int, words: str) -> None:
    assert due_in_words(TODAY + timedelta(days), TODAY, ENGLISH) == words


def test_a_step_without_a_day_is_due_no_day() -> None:
    assert due_in_words(None, TODAY, ENGLISH) == ""


@pytest.mark.parametrize(
    ("zone", "clock"),
    [
        ("Asia/Shanghai", "GMT+8"),
        ("Asia/Kolkata", "GMT+5:30"),
        ("America/St_Johns", "GMT-2:30"),
        ("UTC", "GMT"),
    ],
)
def test_a_clock_says_how_it_stands(zone: str, clock: str) -> None:
    assert clock_of(ZoneInfo(zone), at(16)) == clock


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("Mori KK", "Mori KK"),
        (["a@x.example", "b@x.example"], "a@x.example, b@x.example"),
        ([{"written": "03-1234", "e164": ""}], "03-1234"),
        ({"wechat": "aiko"}, "wechat: aiko"),
    ],
)
def test_a_field_is_told_whatever_it_holds(value: object, words: str) -> None:
    assert value_in_words(value) == words


def test_a_payload_is_told_in_its_own_charset_without_controls() -> None:
    assert payload_in_words("王小明\x00".encode("gb18030")) == "王小明"
