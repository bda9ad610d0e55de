"""Rows hold what a lead says, whoever wrote it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exports.columns import Column, columns
from app.exports.contact import numbers
from app.exports.dossier import Dossier, Names, Question
from app.exports.profiles import PROFILES
from app.exports.rows import Tally, headers, rows
from app.exports.safe_cells import E164, SEVERAL_E164, clean, looks_like_formula
from app.kit.tables import csv_parts, xlsx_parts
from app.tagging.tag import Tag
from app.web.language import Language
from tests.exports.files import csv_table, xlsx_table

AT = datetime(2026, 10, 16, 2, 30, tzinfo=UTC)
QUESTION = Question((UUID(int=1),), "Role in the purchase", "text")
NAMES = Names(Language.named("en"), AT, questions=(QUESTION,))
FREE = {
    "Full name": "name",
    "Family name": "family_name",
    "Company": "company",
    "Department": "department",
    "Job title": "job_title",
    "Address": "address",
    "City": "city",
    "Badge number": "badge_id",
}
FORMULAS = st.sampled_from(["=1+1", "+861", "-2", "@SUM(1)", "＝1", "\t=1", "\r\n=1", "\0=1"])
PIECES = st.sampled_from(
    ['"', "\r\n", "\n", ",", ";", "\0", "\x1b", "مرحبا", "🏭", "_x0041_", "<r>"]
)
TEXT = st.one_of(
    st.text(),
    FORMULAS,
    st.lists(PIECES | st.text(max_size=3), max_size=8).map("".join),
    st.just("x" * 10_000),
)


def _dossier(text: str = "", **fields: Any) -> Dossier:
    lead = SimpleNamespace(
        **{
            "id": UUID(int=7),
            **dict.fromkeys((*FREE.values(), "given_name", "country"), text),
            "emails": [text],
            "phones": [],
            "urls": [text],
            "links": {"wechat": text},
            "rating": "",
            "needs_look": "",
            "first_met_at": AT,
            "last_met_at": AT,
            "active_until": None,
            **fields,
        }
    )
    asked = SimpleNamespace(qualifier_id=UUID(int=1), value=text)
    happened = SimpleNamespace(
        show_id=None, member_id=None, kind="demo", label=text, count=1, note=text,
        product_id=None, at=AT,
    )  # fmt: skip
    tag = Tag("behaviour", "dormant", ())
    return Dossier(lead, tag, numbers(lead.phones), [happened], [asked])


def _rows(dossier: Dossier, *, guards: bool = True, names: Names = NAMES) -> list[list[str]]:
    return list(rows([dossier], columns(names), names, guards=guards, tally=Tally()))


def _row(dossier: Dossier) -> dict[str, str]:
    header, row = _rows(dossier)
    return dict(zip(header, row, strict=True))


@given(TEXT)
def test_any_text_comes_back_from_a_csv_file_as_it_went_in(text: str) -> None:
    (read,) = csv_table(b"".join(csv_parts(_rows(_dossier(text)))))
    guard = "'" if looks_like_formula(clean(text)) else ""

    assert {read[header] for header in FREE} == {guard + clean(text)}
    assert read["Role in the purchase"] == guard + clean(text)
    assert clean(text) in read["Notes"]


@settings(max_examples=40, deadline=None)
@given(TEXT)
def test_any_text_comes_back_from_an_xlsx_file_as_it_went_in(text: str) -> None:
    (read,) = xlsx_table(b"".join(xlsx_parts(_rows(_dossier(text), guards=False))))

    assert {read[header] for header in FREE} == {clean(text)}


@pytest.mark.parametrize(("days", "shown"), [(19, True), (-22, False)])
def test_how_long_a_lead_is_active_is_left_out_where_it_never_was(days: int, shown: bool) -> None:
    row = _row(_dossier(active_until=AT + timedelta(days)))

    assert bool(row["Active until"]) == shown


@given(TEXT)
def test_no_cell_of_a_csv_row_is_a_formula(text: str) -> None:
    _, row = _rows(_dossier(text, links={"whatsapp": text, "x": text}))

    dangerous = [cell for cell in row if looks_like_formula(cell) and not E164.fullmatch(cell)]
    assert not dangerous


def test_a_phone_keeps_its_plus_and_gets_no_apostrophe() -> None:
    known = ["+81312345678", "+819012345678", "+818012345678"]
    row = _row(_dossier(phones=[{"written": number, "e164": number} for number in known]))

    assert [row["Phone"], row["Mobile"], row["Further phones"]] == known
    assert SEVERAL_E164.fullmatch(row["Further phones"])


def test_what_is_no_phone_stands_in_the_notes() -> None:
    row = _row(_dossier(phones=[{"written": "ext. 12", "e164": "=1+1"}]))

    assert row["Phone"] == ""
    assert "As written: ext. 12" in row["Notes"]


def test_a_question_worded_like_one_of_our_columns_gets_a_number() -> None:
    asked = replace(NAMES, questions=(Question((UUID(int=1),), "company", "text"),))

    assert "company (2)" in headers(columns(asked))


def test_a_question_that_is_a_formula_is_guarded_in_the_header() -> None:
    asked = replace(NAMES, questions=(Question((UUID(int=1),), "=1+1", "text"),))

    assert "'=1+1" in _rows(_dossier(), names=asked)[0]


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_the_headers_of_a_profile_all_differ(profile: Any) -> None:
    made = list(headers(profile.columns(NAMES)))

    assert len(set(made)) == len(made)


@pytest.mark.parametrize("tag", ["en", "zh-Hans"])
def test_the_keys_of_the_columns_are_the_same_in_both_languages(tag: str) -> None:
    def keys(made: Iterable[Column]) -> list[str]:
        return [column.key for column in made]

    assert keys(columns(replace(NAMES, language=Language.named(tag)))) == keys(columns(NAMES))
