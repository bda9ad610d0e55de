import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.qualifiers.answers import answer_text, checked_answer
from app.qualifiers.kinds import KINDS

OPTIONS = ["Decides", "Advises", "Uses it"]

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@pytest.mark.parametrize(
    ("kind", "sent", "stored"),
    [
        ("single", "Decides", "Decides"),
        ("single", " decides ", "Decides"),
        ("single", "ＤＥＣＩＤＥＳ", "Decides"),
        ("several", ["Uses it", "Decides"], ["Decides", "Uses it"]),
        ("several", ["Decides", "decides"], ["Decides"]),
        ("several", "Advises", ["Advises"]),
        ("text", " two\r\nlines ", "two\nlines"),
        ("text", "x" * 3000, "x" * 2000),
        ("text", "x" * 1999 + " and so on", "x" * 1999),
        ("text", "half \ud83d", "half"),
        ("number", 1200, 1200),
        ("number", 12.5, 12.5),
        ("number", 12.0, 12),
        ("number", "12.5", 12.5),
        ("number", "12,5", 12.5),
        ("number", "1,200,000.50", 1200000.5),
        ("number", "１２００", 1200),
        ("number", " -3 ", -3),
        ("yes_no", True, True),
        ("yes_no", "yes", True),
        ("yes_no", "No", False),
        ("yes_no", 0, False),
    ],
)
def test_an_answer_is_stored_as_it_was_meant(kind: str, sent: Any, stored: Any) -> None:
    checked = checked_answer(kind, OPTIONS, sent)

    assert checked == stored
    assert type(checked) is type(stored)


@pytest.mark.parametrize(
    ("kind", "sent"),
    [
        ("single", ""),
        ("single", ["Decides"]),
        ("single", True),
        ("single", "x" * 201),
        ("several", []),
        ("several", [None, 3, ""]),
        ("several", {"Decides": True}),
        ("text", "  "),
        ("text", 12),
        ("number", "about ten"),
        ("number", ""),
        ("number", True),
        ("number", float("nan")),
        ("number", float("inf")),
        ("number", 10**400),
        ("number", "9" * 200),
        ("yes_no", "maybe"),
        ("yes_no", 2),
        ("yes_no", None),
        ("horoscope", "Aries"),
    ],
)
def test_what_is_no_answer_to_such_a_question_is_dropped(kind: str, sent: Any) -> None:
    assert checked_answer(kind, OPTIONS, sent) is None


def test_a_choice_that_was_reworded_since_is_kept_as_it_was_sent() -> None:
    assert checked_answer("single", OPTIONS, "Decision maker") == "Decision maker"
    assert checked_answer("several", OPTIONS, ["Pays", "Advises"]) == ["Advises", "Pays"]


@pytest.mark.parametrize(
    ("kind", "value", "language", "text"),
    [
        ("single", "Decides", "en", "Decides"),
        ("several", ["Decides", "Uses it"], "en", "Decides, Uses it"),
        ("several", ["决策", "使用"], "zh-Hans", "决策、使用"),
        ("number", 2027, "en", "2027"),
        ("number", 12.5, "zh-Hans", "12.5"),
        ("number", 1200000.0, "en", "1200000"),
        ("yes_no", True, "en", "Yes"),
        ("yes_no", False, "en", "No"),
        ("text", "two\nlines", "en", "two\nlines"),
        ("text", None, "en", ""),
    ],
)
def test_an_answer_is_told_in_words(kind: str, value: Any, language: str, text: str) -> None:
    assert answer_text(kind, value, language) == text


@given(st.sampled_from([*KINDS, "horoscope"]), st.lists(st.text(), max_size=4), ANYTHING)
def test_no_answer_whatever_it_holds_raises(kind: str, options: list[str], sent: Any) -> None:
    checked = checked_answer(kind, options, sent)

    json.dumps(checked, allow_nan=False, ensure_ascii=False).encode()
    answer_text(kind, checked, "en")


@given(st.sampled_from([*KINDS]), ANYTHING)
def test_a_checked_answer_checked_again_stays_the_same(kind: str, sent: Any) -> None:
    once = checked_answer(kind, OPTIONS, sent)

    assert checked_answer(kind, OPTIONS, once) == once
