"""Delimited text: columns between separators, read by the show's mapping or by their looks."""

import re

from app.badges.draft import Draft
from app.badges.fields import field_named
from app.badges.formats.columns import read_columns
from app.badges.mapping import FieldMapping
from app.badges.tidy import tidy

STRONG = ("::", "^", "|", "~", "\t", "$", "\x1d", "\x1e", "\x1f", "¦", "§", "｜")
GUARDED = ("%", "*", "#")
WEAK = ("\n", ";", ",", "；", "，", "、", "/")
LONGEST_CELL = 200
MOST_CELLS = 60
PERCENT_CODE = re.compile(r"%[0-9A-Fa-f]{2}")


def read_delimited(text: str) -> Draft | None:
    rows = text.strip(" \r\n")
    for separator in separators(rows):
        cells = split(rows, separator)
        if separator != "\n" and (headed := under_header(rows, separator)):
            return headed
        likely = 2 <= len(cells) <= MOST_CELLS and max(map(len, cells)) <= LONGEST_CELL
        if likely and (draft := read_columns(cells, separator, strong=separator in STRONG)):
            return draft
    return None


def read_mapped(text: str, mapping: FieldMapping | None) -> Draft | None:
    """What the show taught decides; a payload that does not fit is left to the guess."""
    if mapping is None or mapping.delimiter not in text:
        return None
    cells = split(text.strip("\r\n"), mapping.delimiter)
    if not mapping.fits(len(cells)):
        return None
    draft = Draft("delimited")
    addresses = []
    for name, cell in zip(mapping.fields, cells, strict=False):
        if name == "address":
            addresses.append(tidy(cell))
        elif name:
            draft.put(name, cell)
    draft.address = ", ".join(part for part in addresses if part)
    return draft


def separators(text: str) -> list[str]:
    """The strong ones first, the most frequent of them before the others."""
    counts = {mark: text.count(mark) for mark in STRONG}
    strong = sorted((m for m in STRONG if counts[m]), key=lambda m: -counts[m] * len(m))
    if text.count("%") >= 2 and len(PERCENT_CODE.findall(text)) * 2 < text.count("%"):
        strong.append("%")
    strong += [m for m in ("*", "#") if text.strip("*#").count(m) >= 2]
    several_lines = text.count("\n") >= 1
    weak = [m for m in WEAK if text.count(m) >= (2 if m in "/、" else 1)]
    if several_lines and strong and text.count("\n") >= counts.get(strong[0], 0):
        return weak + strong
    return strong + weak


def split(text: str, separator: str) -> list[str]:
    if '"' in text and len(separator) == 1 and separator != "\n":
        return split_quoted(text, separator)
    cells = text.replace("\r\n", "\n").split(separator)
    return [cell.strip() for cell in cells]


def split_quoted(text: str, separator: str) -> list[str]:
    """CSV: a separator inside quotes is text; a doubled quote is one."""
    cells, cell, quoted = [], [], False
    for piece in re.split(f'("|{re.escape(separator)})', text):
        if piece == '"':
            quoted = not quoted
            cell.append(piece)
        elif piece == separator and not quoted:
            cells.append(unquoted("".join(cell)))
            cell = []
        else:
            cell.append(piece)
    cells.append(unquoted("".join(cell)))
    return cells


def unquoted(cell: str) -> str:
    cell = cell.strip()
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        cell = cell[1:-1].replace('""', '"')
    return cell.strip()


def under_header(text: str, separator: str) -> Draft | None:
    """Two lines, the first of them names of fields."""
    header, newline, rest = text.partition("\n")
    row = rest.partition("\n")[0]
    keys, cells = split(header, separator), split(row, separator)
    if not newline or len(keys) < 2 or len(keys) != len(cells):
        return None
    if not all(field_named(key) for key in keys):
        return None
    draft = Draft("delimited")
    for key, cell in zip(keys, cells, strict=True):
        draft.put_foreign(key, cell)
    return draft
