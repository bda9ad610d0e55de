import pytest
from pydantic import ValidationError

from app.badges.mapping import MAPPABLE, FieldMapping
from app.showsetup.columns import DELIMITERS, FIELD_NAMES, columns_shown, key_of
from app.showsetup.forms import BadgeMappingForm


def test_a_sample_falls_into_the_columns_that_badges_will() -> None:
    columns = columns_shown("R1|Aiko|Tanaka", "pipe", ["badge_id", "given_name"])

    assert columns == [("R1", "badge_id"), ("Aiko", "given_name"), ("Tanaka", "")]


def test_a_sample_shows_no_more_columns_than_it_has() -> None:
    assert columns_shown("R1|Aiko", "pipe", ["badge_id", "name", "company"]) == [
        ("R1", "badge_id"),
        ("Aiko", "name"),
    ]


def test_without_a_sample_the_known_columns_are_shown_or_four_empty_ones() -> None:
    assert columns_shown("", "pipe", ["name"] * 5) == [("", "name")] * 5
    assert columns_shown("", "pipe", []) == [("", "")] * 4


def test_a_delimiter_that_is_none_counts_as_a_bar() -> None:
    assert columns_shown("R1|Aiko", "nonsense", []) == [("R1", ""), ("Aiko", "")]


def test_only_so_many_columns_are_shown() -> None:
    assert len(columns_shown("|".join("x" * 99), "pipe", [])) == 24


def test_every_delimiter_is_found_again_by_its_mark() -> None:
    assert {key_of(mark) for mark, _ in DELIMITERS.values()} == set(DELIMITERS)


def test_every_field_that_a_mapping_takes_has_a_name() -> None:
    assert set(FIELD_NAMES) == MAPPABLE


def test_columns_to_leave_out_stay_in_the_mapping() -> None:
    form = BadgeMappingForm(delimiter="tab", fields=["badge_id", "", "name", ""])

    assert form.mapping == FieldMapping("\t", ("badge_id", "", "name", ""))


def test_a_badge_may_have_several_phones_but_one_name() -> None:
    BadgeMappingForm(delimiter="pipe", fields=["name", "phones", "phones"])

    with pytest.raises(ValidationError):
        BadgeMappingForm(delimiter="pipe", fields=["name", "name"])


@pytest.mark.parametrize("fields", [[], ["", ""], ["horoscope"], ["phones"] * 25])
def test_a_mapping_that_says_nothing_or_too_much_is_refused(fields: list[str]) -> None:
    with pytest.raises(ValidationError):
        BadgeMappingForm(delimiter="pipe", fields=fields)
