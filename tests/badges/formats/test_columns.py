"""Columns without a heading: kinds by looks, and no name rather than a wrong one."""

import pytest

from app.badges.formats.column_kinds import kinds_of
from app.badges.formats.columns import read_columns


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("", "blank"),
        ("a@b.example", "email"),
        ("https://x.example", "url"),
        ("Tel: +43 1 2345678", "labelled"),
        ("2026-11-21", "ticket"),
        ("Visitor", "ticket"),
        ("+43 1 2345678", "phone"),
        ("555-555-5555", "phone"),
        ("13800138000", "phone"),
        ("EXPO26", "event"),
        ("10115", "postcode"),
        ("Hauptstr. 5", "street"),
        ("B00123", "number"),
        ("Zink AG", "company"),
        ("深圳样品有限公司", "company"),
        ("Head of Buying", "job"),
        ("采购经理", "job"),
        ("Einkauf", "department"),
        ("Anna Weber", "person"),
        ("王小明", "person"),
        ("Österreich", "country"),
        ("=1+1", "junk"),
        ("@SUM(A1)", "junk"),
        ("Danube", "words"),
    ],
)
def test_a_cell_behind_the_first_is_known_by_its_looks(cell: str, kind: str) -> None:
    assert kinds_of(["x", cell])[1] == kind


def test_digits_in_front_number_the_badge_and_are_no_phone() -> None:
    assert kinds_of(["1000482771", "Anna"])[0] == "number"


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        (["WEBER", "Anna", "Zink AG"], "Anna Weber"),
        (["Kowalski", "Zbigniew", "Huta"], "Zbigniew Kowalski"),
        (["Qvist", "Aleks", "aleks@q.example"], "Aleks Qvist"),
        (["Qvist", "Aleks", "aqvist@q.example"], "Aleks Qvist"),
        (["王", "小明", "样品公司"], "王小明"),
    ],
)
def test_the_order_of_a_name_is_told_by_capitals_known_names_or_the_email(
    cells: list[str], name: str
) -> None:
    draft = read_columns(["7", *cells], "|", strong=True)

    assert draft is not None
    assert draft.finished("", "utf-8").name == name


@pytest.mark.parametrize(
    "cells", [["foo", "bar"], ["A", "B", "C"], ["1", "VISITOR", "EXPO26"], ["Hello", "7", "=cmd()"]]
)
def test_what_is_no_name_is_not_made_one(cells: list[str]) -> None:
    draft = read_columns(cells, "|", strong=True)

    assert draft is None or draft.finished("", "utf-8").name == ""


def test_a_weak_separator_in_prose_makes_no_badge() -> None:
    assert read_columns(["Hello", "this is", "a text"], ",", strong=False) is None
