from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.web.language import Language, accepted, chosen, current, gettext, speaking

ENGLISH, CHINESE = Language.named("en"), Language.named("zh-Hans")
AT = datetime(2026, 10, 16, 2, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "tag"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("en-GB,en;q=0.9,zh;q=0.8", "en"),
        ("de-DE,de;q=0.9,zh-TW;q=0.5", "zh-Hans"),
        ("fr,ja", "en"),
        ("", "en"),
        (";;,,=", "en"),
        ("*", "en"),
    ],
)
def test_the_first_language_we_have_wins(header: str, tag: str) -> None:
    assert accepted(header) == tag


@pytest.mark.parametrize(
    ("member", "cookie", "header", "tag"),
    [
        ("zh-Hans", "en", "en", "zh-Hans"),
        (None, "zh-Hans", "en", "zh-Hans"),
        (None, None, "zh", "zh-Hans"),
        ("xx", "yy", "zh", "zh-Hans"),
        (None, None, "", "en"),
    ],
)
def test_a_members_setting_beats_the_cookie_which_beats_the_browser(
    member: str | None, cookie: str | None, header: str, tag: str
) -> None:
    assert chosen(member=member, cookie=cookie, header=header).tag == tag


def test_a_language_we_do_not_have_is_english() -> None:
    assert Language.named("tlh").tag == "en"


def test_texts_made_inside_are_in_the_language_that_is_spoken() -> None:
    with speaking(CHINESE):
        inside = current().tag

    assert inside == "zh-Hans"
    assert current().tag == "en"


def test_another_language_inside_does_not_leak_out() -> None:
    with speaking(CHINESE):
        with speaking(ENGLISH):
            pass
        assert current().tag == "zh-Hans"


def test_values_are_put_in_by_name() -> None:
    assert gettext("Met at %(show)s", show="Canton 2026") == "Met at Canton 2026"


def test_a_text_without_values_may_hold_a_percent_sign() -> None:
    assert gettext("100% sure") == "100% sure"


@pytest.mark.parametrize(("count", "said"), [(1, "1 lead"), (2, "2 leads"), (0, "0 leads")])
def test_english_tells_one_from_many(count: int, said: str) -> None:
    assert ENGLISH.ngettext("%(num)s lead", "%(num)s leads", count) == said


@pytest.mark.parametrize(
    ("write", "english", "chinese"),
    [
        (lambda language: language.day(date(2026, 10, 16)), "16 Oct 2026", "2026年10月16日"),
        (
            lambda language: language.days(date(2026, 10, 16), date(2026, 10, 18)),
            "16–18 Oct 2026",
            "2026年10月16日至18日",
        ),
        (lambda language: language.weekday(date(2026, 10, 16)), "Fri 16 Oct", "10月16日 周五"),
        (lambda language: language.moment(AT), "16 Oct 2026, 02:30", "2026年10月16日 02:30"),
    ],
)
def test_times_are_written_as_the_language_writes_them(
    write: Callable[[Language], str], english: str, chinese: str
) -> None:
    assert (write(ENGLISH), write(CHINESE)) == (english, chinese)


def test_a_time_is_told_at_the_clock_of_the_show() -> None:
    assert ENGLISH.time(AT, ZoneInfo("Asia/Shanghai")) == "10:30"


@pytest.mark.parametrize(
    ("past", "said"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=5), "5 minutes ago"),
        (timedelta(hours=2), "2 hours ago"),
        (timedelta(days=3), "3 days ago"),
    ],
)
def test_how_long_ago_is_said_roughly(past: timedelta, said: str) -> None:
    assert ENGLISH.ago(AT - past, AT) == said


def test_how_long_ago_is_said_in_chinese() -> None:
    assert CHINESE.ago(AT - timedelta(hours=2), AT) == "2小时前"
