"""One JSON line in, one JSON line out, whatever the line is."""

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.badges.lines import answer_line

KEYS = {
    "format", "charset", "name", "given_name", "family_name", "company", "department", "job_title",
    "emails", "phones", "urls", "address", "country", "badge_id", "event_id", "note", "links",
    "vendor", "needs",
}  # fmt: skip


def answer(asked: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(answer_line(json.dumps(asked)))
    return found


def test_an_answer_has_every_key_even_where_nothing_is_known() -> None:
    assert set(answer({"payload": ""})) == KEYS


def test_phones_stay_as_written() -> None:
    assert answer({"payload": "tel:+43-1-555-0100"})["phones"] == ["+43-1-555-0100"]


def test_a_guessed_name_is_marked_as_a_guess() -> None:
    assert answer({"payload": "mary.smith@x.example"})["name_is_guess"] is True
    assert "name_is_guess" not in answer({"payload": "MECARD:N:Ek,Bo;;"})


def test_bytes_come_in_base64() -> None:
    coded = base64.b64encode("MECARD:N:王,小明;;".encode("gb18030")).decode()

    assert answer({"payload_b64": coded})["name"] == "王小明"


@pytest.mark.parametrize(
    "line",
    ["", "null", "[]", '"text"', "{", "{}", '{"payload": 1}', '{"payload_b64": "?"}', "[" * 9000],
)
def test_a_malformed_line_is_answered_with_its_error(line: str) -> None:
    assert json.loads(answer_line(line))["error"]


@given(st.text())
def test_no_line_makes_answering_fail(line: str) -> None:
    assert json.loads(answer_line(line))
