"""What is wrong with a phone, and whether all are drained."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.booth.drain import closes, drain_of
from app.booth.phone import Trouble, by_trouble, trouble_with
from tests.booth.phones import HOUR, NOON, canton, holding, phone

YESTERDAY = NOON - 25 * HOUR
TROUBLES = [
    (phone(said=holding(waiting=1, oldest_at=YESTERDAY)), Trouble.UNSENT_TOO_LONG),
    (phone(said=holding(waiting=1, at=YESTERDAY)), Trouble.UNSENT_TOO_LONG),
    (phone(said=holding(refused=1, waiting=2, oldest_at=NOON)), Trouble.NEEDS_A_LOOK),
    (phone(said=holding(waiting=2, oldest_at=NOON - HOUR)), Trouble.HOLDING),
    (phone(said=holding(photos=1)), Trouble.HOLDING),
    (phone(said=holding(at=NOON - 13 * HOUR), seen_at=NOON - 13 * HOUR), Trouble.SILENT),
    (phone(said=holding(skew=23 * HOUR)), Trouble.CLOCK_IS_WRONG),
    (phone(said=holding(skew=-3 * timedelta(minutes=1))), Trouble.CLOCK_IS_WRONG),
    (phone(said=holding(skew=timedelta(minutes=1), is_kept=False)), Trouble.NOT_PROTECTED),
    (phone(said=holding(is_kept=None)), Trouble.NONE),
    (phone(), Trouble.NONE),
]


@pytest.mark.parametrize(("one", "worst"), TROUBLES, ids=lambda value: getattr(value, "name", ""))
def test_what_is_worst_about_a_phone(one: object, worst: Trouble) -> None:
    assert trouble_with(one, NOON) == worst  # type: ignore[arg-type]


def test_phones_in_trouble_come_first_and_the_longest_wait_before_a_shorter_one() -> None:
    fine, silent = phone("Fine"), phone("Silent", seen_at=NOON - 30 * HOUR)
    long = phone("Long", holding(waiting=1, oldest_at=NOON - 2 * HOUR))
    short = phone("Short", holding(waiting=9, oldest_at=NOON - HOUR))

    placed = by_trouble([fine, short, silent, long], NOON)

    assert [each.member for each in placed] == ["Long", "Short", "Silent", "Fine"]


def test_who_was_heard_of_by_a_report_is_not_silent() -> None:
    one = phone(said=holding(at=NOON), seen_at=NOON - 30 * HOUR)

    assert trouble_with(one, NOON) == Trouble.NONE


def test_a_phone_that_is_out_is_not_called_silent() -> None:
    out = phone(signed_out_at=NOON - 40 * HOUR, seen_at=NOON - 40 * HOUR)

    assert trouble_with(out, NOON) == Trouble.NONE


def test_the_drain_counts_what_is_on_phones() -> None:
    anna = phone("Anna", holding(waiting=3, refused=1, photos=2, oldest_at=NOON))
    ben = phone("Ben", holding(waiting=1, oldest_at=YESTERDAY))

    drain = drain_of([anna, ben, phone("Fine")], [], NOON)

    assert (drain.captures, drain.photos, len(drain.holding)) == (5, 2, 2)
    assert drain.overdue == [ben]
    assert drain.alarming == [ben]


def test_when_a_show_closes_every_phone_that_holds_something_is_an_alarm() -> None:
    anna = phone("Anna", holding(waiting=1, oldest_at=NOON))

    drain = drain_of([anna, phone("Fine")], [canton(date(2026, 10, 16))], NOON)

    assert drain.alarming == [anna]
    assert (drain.closing, drain.is_over) == ("Canton 2026", False)


@pytest.mark.parametrize(
    ("at", "closing"),
    [
        (datetime(2026, 10, 15, 15, 59, tzinfo=UTC), False),  # the evening before, in Guangzhou
        (datetime(2026, 10, 15, 16, 0, tzinfo=UTC), True),  # midnight there
        (datetime(2026, 10, 18, 15, 59, tzinfo=UTC), True),
        (datetime(2026, 10, 18, 16, 0, tzinfo=UTC), False),
    ],
)
def test_a_show_closes_on_its_last_day_at_its_own_clock_and_two_days_after(
    at: datetime, closing: bool
) -> None:
    assert closes(canton(date(2026, 10, 16)), at) == closing
