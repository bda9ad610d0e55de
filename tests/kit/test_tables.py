"""Files of tables hold what went in, as text."""

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from app.kit.tables import LONGEST_CELL, MOST_ROWS, csv_parts, fitting, xlsx_parts

HOSTILE = (
    "=1+1",
    '=HYPERLINK("https://evil.example","x")',
    "+8613800138000",
    "-2+3",
    "@SUM(1)",
    "01067",
    "1E5",
    "110101199003077777",
    "https://a.example",
    "<r></r></is></c><c t='str'><f>1+1</f><v>2</v></c><c t='inlineStr'><is><r></r>",
    "_x0041_",
    'a "quoted", one; two\nlines',
    "王小明 🏭 مرحبا",
    "  spaces  ",
    "x" * 10_000,
)
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.sampled_from(HOSTILE)
TABLE = st.lists(st.lists(TEXT, min_size=3, max_size=3), min_size=1, max_size=4)
Table = list[list[str]]


def _csv(rows: Table) -> Table:
    text = b"".join(csv_parts(rows)).decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline="")))


def _xlsx(rows: Table, most_rows: int = MOST_ROWS) -> list[Table]:
    book = load_workbook(BytesIO(b"".join(xlsx_parts(rows, most_rows=most_rows))))
    return [
        [[unescape(str(value)) if value else "" for value in row] for row in sheet.values]
        for sheet in book.worksheets
    ]


@given(TABLE)
def test_a_csv_file_reads_back_as_it_was_written(rows: Table) -> None:
    assert _csv(rows) == rows


@settings(max_examples=40, deadline=None)
@given(TABLE.filter(lambda rows: all(all(row) for row in rows)))
def test_an_xlsx_file_reads_back_as_it_was_written(rows: Table) -> None:
    assert _xlsx(rows) == [rows]


def test_every_csv_cell_is_quoted_and_every_line_ends_in_crlf() -> None:
    assert b"".join(csv_parts([["a", ""], ["1", "b"]])) == b'\xef\xbb\xbf"a",""\r\n"1","b"\r\n'


def test_the_utf_8_mark_can_be_left_out() -> None:
    assert b"".join(csv_parts([["a"]], bom=False)) == b'"a"\r\n'


@pytest.mark.parametrize("text", HOSTILE)
def test_every_xlsx_cell_is_text_whatever_it_looks_like(text: str) -> None:
    book = load_workbook(BytesIO(b"".join(xlsx_parts([["head"], [text]]))))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]

    assert [(cell.data_type, cell.number_format) for cell in cells] == [("s", "@")] * 2
    assert cells[1].hyperlink is None


def test_a_text_too_long_for_excel_is_cut_between_two_characters_and_says_so() -> None:
    cut = fitting("🏭" * 20_000)

    assert cut.endswith("🏭…")
    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert fitting("x" * LONGEST_CELL) == "x" * LONGEST_CELL


def test_more_rows_than_a_sheet_holds_go_on_on_the_next_under_the_same_header() -> None:
    rows = [["head"], ["1"], ["2"], ["3"]]

    assert _xlsx(rows, most_rows=3) == [[["head"], ["1"], ["2"]], [["head"], ["3"]]]


def test_the_headings_of_a_sheet_sort_and_choose() -> None:
    file = BytesIO(b"".join(xlsx_parts([["name", "city"], ["a", "b"], ["c", "d"]])))

    sheet = load_workbook(file).worksheets[0]

    assert sheet.auto_filter.ref == "A1:B3"


def test_a_large_csv_file_comes_in_parts_and_asks_for_rows_as_it_goes() -> None:
    asked = 0

    def rows() -> Iterator[list[str]]:
        nonlocal asked
        for _ in range(1000):
            asked += 1
            yield ["x" * 1000]

    parts = csv_parts(rows())

    assert len(next(parts)) < 300_000
    assert asked < 300


def test_an_xlsx_file_nobody_waits_for_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    parts = xlsx_parts([["x"]] * 1000)

    assert next(parts) == b""
    assert list(tmp_path.iterdir())
    parts.close()  # type: ignore[attr-defined]

    assert not list(tmp_path.iterdir())
