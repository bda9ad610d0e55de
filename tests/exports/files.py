"""Reading exported files back."""

import csv
from collections.abc import Iterable
from io import BytesIO, StringIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

Table = list[dict[str, str]]


def csv_table(file: bytes) -> Table:
    """Rows by header."""
    return list(csv.DictReader(StringIO(file.decode("utf-8-sig"), newline="")))


def xlsx_table(file: bytes) -> Table:
    header, *rows = load_workbook(BytesIO(file)).worksheets[0].values
    return [dict(zip(map(_text, header), map(_text, row), strict=True)) for row in rows]


def cells(table: Iterable[dict[str, str]]) -> list[str]:
    return [cell for row in table for cell in row.values() if cell]


def _text(value: Any) -> str:
    return unescape(str(value)) if value is not None else ""
