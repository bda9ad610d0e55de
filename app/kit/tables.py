"""Tables as files, CSV and XLSX, given out in parts while they are being made.

Rows are asked for one at a time and not kept. A file that nobody waits for any more is dropped by
closing its generator.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import count
from tempfile import SpooledTemporaryFile, TemporaryDirectory
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Row = Sequence[str]

PART = 256 * 1024
SPOOLED = 4 * 1024 * 1024
ROWS_BETWEEN_PARTS = 100

LONGEST_CELL = 32_767  # of Excel, in units of UTF-16
MOST_ROWS = 1_048_576  # of Excel, on one sheet

ONLY_TEXT = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,
}


def csv_parts(rows: Iterable[Row], *, bom: bool = True) -> Iterator[bytes]:
    """Every cell quoted, lines ended by CRLF, UTF-8; with its mark, or Excel takes it for GBK."""
    written = StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    written.write("\ufeff" if bom else "")
    for row in rows:
        writer.writerow(row)
        if written.tell() >= PART:
            yield _taken(written)
    yield _taken(written)


def _taken(written: StringIO) -> bytes:
    part = written.getvalue().encode()
    written.seek(0)
    written.truncate()
    return part


def xlsx_parts(
    rows: Iterable[Row], *, widths: Sequence[int] = (), most_rows: int = MOST_ROWS
) -> Iterator[bytes]:
    """Every cell text, whatever it looks like; the first row stays in sight.

    The end of the file is made first, so nothing can be given out before the last row is known:
    until then the parts are empty, each a chance to stop.
    """
    with TemporaryDirectory() as folder, SpooledTemporaryFile(SPOOLED, dir=folder) as file:
        book = Workbook(file, {**ONLY_TEXT, "tmpdir": folder})
        try:
            for _ in _filled(book, iter(rows), widths, most_rows):
                yield b""
            book.close()
        finally:
            for sheet in book.worksheets():
                sheet.let_go()
        file.seek(0)
        while part := file.read(PART):
            yield part


def _filled(
    book: Workbook, rows: Iterator[Row], widths: Sequence[int], most_rows: int
) -> Iterator[None]:
    """The rows on as many sheets as they need, each under the first row. Rests now and then."""
    text = book.add_format({"num_format": "@", "valign": "top"})
    bold = book.add_format({"num_format": "@", "bold": True})
    header = next(rows, ())
    sheet, line = _new_sheet(book, header, widths, bold), 1
    for number in count(1):
        row = next(rows, None)
        if row is None or line == most_rows:
            _let_filter(sheet, header, line)
        if row is None:
            return
        if line == most_rows:
            sheet, line = _new_sheet(book, header, widths, bold), 1
        _write_row(sheet, line, row, text)
        line += 1
        if number % ROWS_BETWEEN_PARTS == 0:
            yield


def _new_sheet(book: Workbook, header: Row, widths: Sequence[int], bold: Format) -> "TextSheet":
    sheet: TextSheet = book.add_worksheet(worksheet_class=TextSheet)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 0)
    _write_row(sheet, 0, header, bold)
    return sheet


def _let_filter(sheet: "TextSheet", header: Row, lines: int) -> None:
    """Buttons at the headings, to sort and to choose by."""
    if header:
        sheet.autofilter(0, 0, lines - 1, len(header) - 1)


def _write_row(sheet: "TextSheet", line: int, row: Row, look: Format) -> None:
    for place, text in enumerate(row):
        if text:
            sheet.write_string(line, place, fitting(text), look)


def fitting(text: str, longest: int = LONGEST_CELL) -> str:
    """The text as far as a cell of Excel holds it, ending in … where it was cut."""
    if len(text) <= longest // 2 or _units(text) <= longest:
        return text
    kept = text.encode("utf-16-le")[: (longest - 1) * 2].decode("utf-16-le", "ignore")
    return kept + "…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class TextSheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet on which text is text."""

    def _xml_rich_inline_string(self, string: str, attributes: Any = ()) -> None:
        # The library believes that text from <r> to </r> is its own markup and would write it
        # unescaped: whoever wrote such a name could put cells and formulas into the sheet.
        self._xml_inline_string(string, True, attributes)

    def let_go(self) -> None:
        """Close the file of rows that are not yet in the book."""
        self._opt_close()
