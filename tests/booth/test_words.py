"""Phones in plain words."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.booth.drain import drain_of
from app.booth.phone import Phone
from app.booth.words import (
    Reader,
    alarm_in_words,
    clock_in_words,
    drain_in_words,
    holds_in_words,
    names_of,
    notes_on,
)
from app.web.language import Language
from tests.booth.phones import HOUR, NOON, canton, holding, phone

ENGLISH = Language.named("en")
READER = Reader(ENGLISH, ZoneInfo("Asia/Shanghai"), NOON, "v1")


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (phone(), "Has not said what it holds"),
        (phone(said=holding()), "All sent"),
        (phone(said=holding(waiting=3, oldest_at=NOON - HOUR)), "3 waiting, oldest 11:00"),
        (
            phone(said=holding(waiting=1, refused=2, photos=1, oldest_at=NOON - 25 * HOUR)),
            "1 waiting, 2 need a look, 1 photo waiting, oldest Thu 15 Oct, 11:00",
        ),
    ],
)
def test_what_a_phone_holds(one: Phone, words: str) -> None:
    assert holds_in_words(one, READER) == words


@pytest.mark.parametrize(
    ("one", "notes"),
    [
        (phone(said=holding()), []),
        (phone(seen_at=NOON - 26 * HOUR), ["not heard of since Thu 15 Oct, 10:00"]),
        (phone(said=holding(skew=2 * HOUR)), ["clock 2 hr behind"]),
        (phone(said=holding(is_kept=False)), ["storage not protected"]),
        (phone(said=holding(version="v0")), ["has an older version open"]),
        (phone(signed_out_at=NOON - HOUR), ["signed out 11:00"]),
        (
            phone(signed_out_at=NOON - HOUR, door_until=NOON + HOUR),
            ["signed out 11:00, hands in until 13:00"],
        ),
        (phone(signed_out_at=NOON - HOUR, door_until=NOON), ["signed out 11:00"]),
    ],
)
def test_what_else_to_know_of_a_phone(one: Phone, notes: list[str]) -> None:
    assert notes_on(one, READER) == notes


def test_a_clock_is_ahead_or_behind() -> None:
    assert clock_in_words(timedelta(hours=23), ENGLISH) == "clock 23 hr behind"
    assert clock_in_words(timedelta(minutes=-3), ENGLISH) == "clock 3 min ahead"


def test_all_phones_are_drained() -> None:
    drain = drain_of([phone(said=holding())], [], NOON)

    assert drain_in_words(drain, READER) == "All phones are drained."


def test_the_phones_that_are_not_drained_are_named() -> None:
    anna = phone("Anna", holding(waiting=3, oldest_at=NOON), device="iPhone")
    ben = phone("Ben", holding(refused=2, oldest_at=NOON), device="")

    drain = drain_of([anna, ben], [canton(date(2026, 10, 16))], NOON)

    assert drain_in_words(drain, READER) == (
        "Last day of Canton 2026. 2 phones still hold 5 captures: Anna (iPhone), Ben."
    )


def test_a_phone_not_heard_of_is_named_beside_those_that_are_drained() -> None:
    silent = phone("Sam", device="", seen_at=NOON - 30 * HOUR)

    drain = drain_of([phone(said=holding()), silent], [], NOON)

    assert drain_in_words(drain, READER) == "All others are drained. Not heard of lately: Sam."


def test_what_is_older_than_a_day_is_an_alarm() -> None:
    anna = phone("Anna", holding(waiting=1, oldest_at=NOON - 25 * HOUR), device="")

    alarm = alarm_in_words(drain_of([anna], [], NOON), READER)

    assert alarm == "One phone holds captures that are older than a day: Anna."
    assert alarm_in_words(drain_of([phone()], [], NOON), READER) == ""


def test_of_many_phones_the_first_few_are_named() -> None:
    many = [phone(f"M{number}", device="") for number in range(6)]

    assert names_of(many, READER) == "M0, M1, M2, M3, 2 more"
