"""Cells are safe in whatever opens the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exports.safe_cells import (
    E164,
    EMAIL,
    NUMBER_OR_LINK,
    SEVERAL_E164,
    WEBSITE,
    clean,
    guarded,
    has_form,
    looks_like_formula,
)

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠a",
    " =1",
    "\u200b=1",
    "\u3000=1",
)


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_gets_an_apostrophe_before_it(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["王小明", "1+1", "a=b", "'=1", "", " ", '"=1"', "(0755) 8888"])
def test_text_that_is_no_formula_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


@given(st.text())
def test_nothing_that_leaves_begins_like_a_formula(text: str) -> None:
    assert not looks_like_formula(guarded(clean(text)))


@given(st.text())
def test_a_cleaned_text_can_be_written_anywhere(text: str) -> None:
    cleaned = clean(text)

    assert "\r" not in cleaned
    assert "\0" not in cleaned
    assert cleaned.encode().decode() == cleaned
    assert clean(cleaned) == cleaned


def test_lines_within_a_cell_are_kept() -> None:
    assert clean("one\r\ntwo\rthree\nfour\tfive") == "one\ntwo\nthree\nfour\tfive"


def test_control_characters_before_a_formula_do_not_hide_it() -> None:
    assert guarded(clean("\t\r\n\x00=1+1")) == "'=1+1"


@pytest.mark.parametrize("text", ["+8613800138000", "+14155552671"])
def test_a_strict_international_number_is_a_phone(text: str) -> None:
    assert has_form(E164, text)
    assert has_form(NUMBER_OR_LINK, text)
    assert has_form(SEVERAL_E164, f"{text}; {text}")


@pytest.mark.parametrize(
    "text",
    ["13800138000", "+0123456789", "+86 138", "'+8613800138000", "+٨٦١٣٨٠٠١٣", "+861380013\n"],
)
def test_anything_else_is_not(text: str) -> None:
    assert not has_form(E164, text)


@pytest.mark.parametrize("text", ["aiko@tanaka.example", "o'brien@a.example", "王@公司.example"])
def test_an_address_is_an_e_mail_address(text: str) -> None:
    assert has_form(EMAIL, text)


@pytest.mark.parametrize(
    "text", ["=a@b.example", "+a@b.example", "-a@b.example", "a@b", "a b@c.example"]
)
def test_what_could_be_a_formula_is_no_e_mail_address(text: str) -> None:
    assert not has_form(EMAIL, text)


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example/x?=1",
        "www.a.example",
        "a.example",
        "例子.example",
        "http://a.example:80/",
    ],
)
def test_an_address_is_a_website(text: str) -> None:
    assert has_form(WEBSITE, text)


@pytest.mark.parametrize(
    "text", ["=1.5", "@a.example", "javascript:alert(1)", "a b.example", "-a.example"]
)
def test_what_could_be_a_formula_or_a_script_is_no_website(text: str) -> None:
    assert not has_form(WEBSITE, text)


@given(st.text())
def test_whatever_has_a_form_begins_like_no_formula_but_a_number(text: str) -> None:
    forms = (E164, EMAIL, WEBSITE, NUMBER_OR_LINK)
    let_through = any(has_form(form, text) for form in forms)

    assert not let_through or not looks_like_formula(text) or has_form(E164, text)
