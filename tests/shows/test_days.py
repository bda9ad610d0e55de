from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from app.shows.days import Stage, day_number, local_day, stage_on, zone_named


@dataclass
class ThreeDays:
    starts_on: date = date(2026, 10, 15)
    ends_on: date = date(2026, 10, 17)


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2026, 10, 5), Stage("coming", 10)),
        (date(2026, 10, 14), Stage("coming", 1)),
        (date(2026, 10, 15), Stage("running", 1)),
        (date(2026, 10, 17), Stage("running", 3)),
        (date(2026, 10, 18), Stage("over")),
    ],
)
def test_a_show_comes_runs_and_is_over(day: date, stage: Stage) -> None:
    assert stage_on(day, ThreeDays()) == stage


def test_the_day_is_that_of_the_show_and_not_of_greenwich() -> None:
    late_in_greenwich = datetime(2026, 10, 15, 20, tzinfo=UTC)

    assert local_day(late_in_greenwich, "Asia/Shanghai") == date(2026, 10, 16)


def test_a_name_that_is_no_zone_counts_as_utc() -> None:
    assert str(zone_named("Mars/Base")) == "UTC"


def test_days_are_counted_from_one_and_only_during_the_show() -> None:
    starts_on, ends_on = date(2026, 10, 15), date(2026, 10, 17)

    assert day_number(starts_on, starts_on, ends_on) == 1
    assert day_number(date(2026, 10, 14), starts_on, ends_on) is None
    assert day_number(date(2026, 10, 18), starts_on, ends_on) is None
