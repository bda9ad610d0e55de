"""A file as rows of text: CSV in any charset and with any delimiter, or a workbook."""

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineSheet, PasswordError, load_workbook

from app.badges.charsets import READ_AS, decode

MOST_ROWS = 300_000
LARGEST_UNPACKED = 600 * 1024 * 1024
LONGEST_CELL = 1000
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
ZIPPED = b"PK\x03\x04"
NO_TABLES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
DELIMITERS = (",", ";", "\t", "|")
SAMPLED = 40
CHARSET_SAMPLE = 6000
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

Row = list[str]


class Unreadable(Exception):
    """Why a file is no list: empty, garbled, password, no_table, too_long."""


@dataclass(frozen=True, slots=True)
class Table:
    """`told` says how it was read: the charset and delimiter, or the sheet's name."""

    rows: list[Row]
    told: str


def table_in(content: bytes) -> Table:
    """The rows of a file, empty ones left out. Raises Unreadable."""
    if not content.strip(b"\x00\r\n\t \xef\xbb\xbf"):
        raise Unreadable("empty")
    if content.startswith(NO_TABLES):
        raise Unreadable("no_table")
    is_workbook = content.startswith((OLD_WORKBOOK, ZIPPED))
    table = _workbook(content) if is_workbook else _text(content)
    if not table.rows:
        raise Unreadable("empty")
    if max(map(len, table.rows)) < 2:
        raise Unreadable("no_table")  # a column alone names nobody
    if len(table.rows) > MOST_ROWS:
        raise Unreadable("too_long")
    return table


def _workbook(content: bytes) -> Table:
    _refuse_what_swells(content)
    try:
        book = load_workbook(BytesIO(content))
        sheets = [book.get_sheet_by_name(each.name) for each in book.sheets_metadata]
    except PasswordError:
        raise Unreadable("password") from None
    except CalamineError:
        # An encrypted workbook of some programs is an envelope without any sheet in it.
        is_sealed = "EncryptedPackage".encode("utf-16-le") in content
        raise Unreadable("password" if is_sealed else "no_table") from None
    longest = max(sheets, key=lambda sheet: sheet.height, default=None)
    if longest is None:
        raise Unreadable("empty")
    return Table(_rows_of(longest), longest.name)


def _refuse_what_swells(content: bytes) -> None:
    if not content.startswith(ZIPPED):
        return
    try:
        unpacked = sum(part.file_size for part in ZipFile(BytesIO(content)).infolist())
    except (BadZipFile, ValueError):
        raise Unreadable("no_table") from None
    if unpacked > LARGEST_UNPACKED:
        raise Unreadable("too_long")


def _rows_of(sheet: CalamineSheet) -> list[Row]:
    if sheet.height > MOST_ROWS:
        raise Unreadable("too_long")
    rows = ([_written(cell) for cell in row] for row in sheet.to_python())
    return [row for row in rows if any(row)]


def _written(cell: Any) -> str:
    """A cell as people read it: numbers without a trailing .0, days without a time."""
    if isinstance(cell, str):
        return cell[:LONGEST_CELL].strip()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date | time) else _plainly(cell)


def _plainly(cell: Any) -> str:
    return str(cell) if isinstance(cell, int | timedelta) else ""


def _text(content: bytes) -> Table:
    text, charset = decoded(content)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if lines[:4].casefold() == "sep=":
        first, _, lines = lines.partition("\n")
        delimiter = first[4:5]
    else:
        delimiter = delimiter_of(lines)
    try:
        rows = [[cell.strip()[:LONGEST_CELL] for cell in row] for row in _parsed(lines, delimiter)]
    except csv.Error:
        raise Unreadable("garbled") from None
    return Table([row for row in rows if any(row)], f"{charset} {NAMES.get(delimiter, delimiter)}")


def _parsed(lines: str, delimiter: str) -> Iterable[Row]:
    return csv.reader(StringIO(lines, newline=""), delimiter=delimiter or ",")


def decoded(content: bytes) -> tuple[str, str]:
    """UTF-8 and UTF-16 are certain; others are told by the lines that are not plain ASCII."""
    for bom, codec in BOMS:
        if content.startswith(bom):
            return _sound(content.decode(codec, "replace")), codec.removesuffix("-sig")
    if b"\x00" in (head := content[:4000]):
        ends = {"utf-16-le": head.count(b"\n\x00"), "utf-16-be": head.count(b"\x00\n")}
        codec = max(ends, key=lambda each: ends[each])
        if not ends[codec]:
            raise Unreadable("garbled")
        return _sound(content.decode(codec, "replace")), codec
    try:
        return _sound(content.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        pass
    charset = decode(_telling(content)).charset
    codec = READ_AS.get(charset, charset)
    return _sound(content.decode(codec, "replace")), charset


def _telling(content: bytes) -> bytes:
    """Some lines that are not ASCII, whole: cut in a character they would tell another charset."""
    sample = b""
    for line in content[: 100 * CHARSET_SAMPLE].splitlines():
        if not line.isascii() and len(sample) + len(line) < CHARSET_SAMPLE:
            sample += line + b"\n"
    return sample or content[:CHARSET_SAMPLE]


def _sound(text: str) -> str:
    """Text, and not what a picture looks like when it is read as one."""
    sample = text[:20_000]
    strange = sum(c == "\ufffd" or (c < " " and c not in "\t\r\n\x0b\x0c") for c in sample)
    if strange * 50 > len(sample):
        raise Unreadable("garbled")
    return text.replace("\x00", "")


def delimiter_of(text: str) -> str:
    """The one that cuts most lines into the same number of columns."""
    sample = "\n".join(text.split("\n", SAMPLED)[:SAMPLED])
    return max(DELIMITERS, key=lambda each: _agreement(sample, each))


def _agreement(sample: str, delimiter: str) -> float:
    try:
        widths = Counter(len(row) for row in _parsed(sample, delimiter) if any(row))
    except csv.Error:
        return 0.0
    wide = {width: count for width, count in widths.items() if width > 1}
    width, count = max(wide.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return count / max(1, sum(widths.values())) * (1 + min(width, 20) / 100)


NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
