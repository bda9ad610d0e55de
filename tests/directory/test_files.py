"""A file becomes rows of text, whatever wrote it."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.directory import files
from app.directory.files import Unreadable, table_in
from tests.imports.lists import csv_of, xlsx_of

CHINESE = [
    ("证件编号", "姓名", "公司名称"),
    ("V1001", "王小明", "广州示例贸易有限公司"),
    ("V1002", "陈美玲", "深圳样品科技有限公司"),
]
TAIWANESE = [("編號", "姓名", "公司"), ("V1", "陳大文", "台灣範例科技股份有限公司")]
JAPANESE = [
    ("バッジ番号", "氏名", "会社名"),
    ("J1", "佐藤 花子", "株式会社サンプル"),
    ("J2", "鈴木 一郎", "東京商事株式会社"),
]
GERMAN = [("Ausweisnummer", "Name", "Firma"), ("D1", "Jürgen Müller", "Sägewerk Größe GmbH")]


@pytest.mark.parametrize(
    ("rows", "charset"),
    [
        (CHINESE, "utf-8"),
        (CHINESE, "utf-8-sig"),
        (CHINESE, "utf-16"),
        (CHINESE, "utf-16-le"),
        (CHINESE, "gb18030"),
        (TAIWANESE, "big5"),
        (JAPANESE, "shift_jis"),
        (GERMAN, "cp1252"),
        (GERMAN, "utf-8"),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_text_is_read_in_any_charset_and_with_any_delimiter(
    rows: list[tuple[str, ...]], charset: str, delimiter: str
) -> None:
    read = table_in(csv_of(*rows, delimiter=delimiter, charset=charset))

    assert read.rows == [list(row) for row in rows]


def test_a_long_list_in_chinese_is_told_by_its_chinese_lines() -> None:
    plain = [(f"V{number}", "Ama Osei", "Lagos Steel") for number in range(5000)]

    read = table_in(csv_of(*plain, *CHINESE, charset="gb18030"))

    assert read.rows[-1] == list(CHINESE[-1])


def test_a_cell_in_quotes_may_hold_delimiters_and_line_ends() -> None:
    read = table_in(b'Badge,Company\r\nR1,"Weber, Sohn\nGmbH"\r\n')

    assert read.rows[1] == ["R1", "Weber, Sohn\nGmbH"]


def test_a_delimiter_that_the_first_line_declares_is_believed() -> None:
    assert table_in(b"sep=;\r\nBadge;Name\r\nR1;Weber, Anna\r\n").rows[1] == ["R1", "Weber, Anna"]


def test_commas_inside_names_do_not_hide_the_semicolons() -> None:
    read = table_in(b"Badge;Name\nR1;Weber, Anna\nR2;Ek, Bo\n")

    assert read.rows[2] == ["R2", "Ek, Bo"]


def test_a_workbook_says_numbers_and_days_as_people_read_them() -> None:
    read = table_in(
        xlsx_of(("Badge", "Seen", "Name"), (1001.0, 12.5, "Anna"), (4006381333931, 1, ""))
    )

    assert read.rows[1:] == [["1001", "12.5", "Anna"], ["4006381333931", "1", ""]]
    assert files._written(datetime(2026, 10, 15)) == "2026-10-15"  # noqa: DTZ001


def test_the_longest_sheet_of_a_workbook_is_the_list() -> None:
    import xlsxwriter

    file = BytesIO()
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("Read me").write(0, 0, "Please keep this list to yourselves.")
        sheet = book.add_worksheet("Visitors")
        for line in range(5):
            sheet.write_row(line, 0, (f"R{line}", "Anna"))

    assert len(table_in(file.getvalue()).rows) == 5


def test_empty_rows_are_left_out() -> None:
    assert len(table_in(b"Badge,Name\n,\n\nR1,Anna\n").rows) == 2


def sealed() -> bytes:
    """The envelope that programs put around a workbook with a password."""
    return files.OLD_WORKBOOK + bytes(2000) + "EncryptedPackage".encode("utf-16-le") + bytes(500)


def other_zip() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n  ", "empty"),
        (b"%PDF-1.7\n...", "no_table"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "no_table"),
        (other_zip(), "no_table"),
        (b"PK\x03\x04 cut short", "no_table"),
        (b"just a sentence", "no_table"),
        (bytes(range(256)) * 40, "garbled"),
        (sealed(), "password"),
    ],
)
def test_what_is_no_list_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        table_in(content)

    assert str(refused.value) == reason


def test_a_file_that_swells_when_it_is_unpacked_is_not_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 2_000_000)
    monkeypatch.setattr(files, "LARGEST_UNPACKED", 1_000_000)

    with pytest.raises(Unreadable, match="too_long"):
        table_in(file.getvalue())


def test_a_list_of_more_rows_than_any_show_has_visitors_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(files, "MOST_ROWS", 3)

    with pytest.raises(Unreadable, match="too_long"):
        table_in(csv_of(*[("R1", "Anna")] * 4))


@given(st.binary(max_size=3000))
def test_any_bytes_are_rows_or_refused(content: bytes) -> None:
    outcome = read_or_reason(content)

    assert outcome in {"rows", "empty", "garbled", "password", "no_table", "too_long"}


def read_or_reason(content: bytes) -> str:
    try:
        return "rows" if table_in(content).rows else ""
    except Unreadable as refused:
        return str(refused)
