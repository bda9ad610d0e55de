from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from app.shows.forms import ChipForm, ShowForm

SHOW = {"name": "Canton", "country": "CN", "starts_on": "2027-04-15", "ends_on": "2027-04-19"}


def _fields_refused(**changes: str) -> set[str]:
    with pytest.raises(ValidationError) as refused:
        ShowForm.model_validate({**SHOW, **changes})
    return {str(error["loc"][0]) for error in refused.value.errors()}


def test_a_show_without_a_time_zone_has_that_of_its_country() -> None:
    assert ShowForm.model_validate(SHOW).time_zone == "Asia/Shanghai"


def test_a_time_zone_that_was_chosen_beats_the_country() -> None:
    form = ShowForm.model_validate({**SHOW, "time_zone": "Asia/Urumqi"})

    assert form.time_zone == "Asia/Urumqi"


def test_a_goal_left_empty_is_no_goal() -> None:
    assert ShowForm.model_validate({**SHOW, "goal": ""}).goal == 0


def test_a_show_of_sixty_days_is_not_too_long() -> None:
    ends_on = date(2027, 4, 15) + timedelta(days=59)

    assert ShowForm.model_validate({**SHOW, "ends_on": str(ends_on)}).ends_on == ends_on


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 121),
        ("country", "China"),
        ("country", "cn"),
        ("starts_on", "soon"),
        ("ends_on", "2027-04-14"),
        ("ends_on", "2027-06-14"),
        ("time_zone", "Mars/Base"),
        ("goal", "-1"),
        ("goal", "1000001"),
        ("goal", "many"),
    ],
)
def test_a_wrong_detail_is_refused_at_its_own_field(field: str, value: str) -> None:
    assert field in _fields_refused(**{field: value})


def test_a_country_of_many_zones_asks_for_the_zone() -> None:
    assert _fields_refused(country="US") == {"time_zone"}


def test_a_show_without_a_country_asks_for_the_zone() -> None:
    assert _fields_refused(country="") == {"time_zone"}


def test_a_chip_stands_for_something_that_happens_at_the_booth() -> None:
    with pytest.raises(ValidationError):
        ChipForm(kind="email_sent")
