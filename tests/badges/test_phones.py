"""Phone numbers: one international form, whatever was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.badges.phones import e164, extension, is_phone


@pytest.mark.parametrize(
    ("written", "region", "number"),
    [
        ("138 0013 8000", "CN", "+8613800138000"),
        ("+86 138-0013-8000", None, "+8613800138000"),
        ("0086 138 0013 8000", "CN", "+8613800138000"),
        ("0086 138 0013 8000", None, "+8613800138000"),
        ("＋８６１３８００１３８０００", None, "+8613800138000"),
        ("'+8613800138000", None, "+8613800138000"),
        ("（0755）8888-6666", "CN", "+8675588886666"),
        ("0755-88886666转801", "CN", "+8675588886666"),
        ("400-820-8820", "CN", "+864008208820"),
        ("+49 (0)171 1234567", None, "+491711234567"),
        ("0171/1234567", "DE", "+491711234567"),
        ("+1 (415) 555-2671 x123", None, "+14155552671"),
        ("tel:+1-418-656-9254;ext=102", None, "+14186569254"),
        ("12345", "CN", ""),
        ("8.6138E+12", "CN", ""),
        ("0171 1234567", None, ""),
        ("0171 1234567", "XX", ""),
        ("call me", "DE", ""),
    ],
)
def test_a_number_has_one_international_form_or_none(
    written: str, region: str | None, number: str
) -> None:
    assert e164(written, region) == number


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("0755-88886666转801", "801"),
        ("0755-88886666 分机：12", "12"),
        ("+1 (415) 555-2671 x123", "123"),
        ("+1 415 555 2671 ext. 9", "9"),
        ("tel:+1-418-656-9254;ext=102", "102"),
        ("+49 30 1234567", ""),
    ],
)
def test_an_extension_is_kept_beside_the_number(written: str, digits: str) -> None:
    assert extension(written) == digits


@pytest.mark.parametrize("written", ["2026-11-21", "EXPO26", "12", "hello", "a@b.example"])
def test_dates_words_and_short_numbers_do_not_look_like_phones(written: str) -> None:
    assert not is_phone(written)


@given(st.text(), st.sampled_from([None, "CN", "DE", "??"]))
def test_no_text_makes_a_number_fail(written: str, region: str | None) -> None:
    assert e164(written, region)[:1] in {"", "+"}
    assert extension(written).isdecimal() or not extension(written)
