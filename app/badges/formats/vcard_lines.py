"""The lines of a vCard: unfolded, split into name, parameters and value, and decoded."""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.badges.charsets import READ_AS, decode
from app.badges.listed import listed

KNOWN = listed(
    """
    VERSION FN N ORG TITLE ROLE TEL EMAIL ADR URL NOTE UID REV PHOTO LOGO KEY SOUND LABEL
    NICKNAME BDAY CATEGORIES KIND PRODID IMPP GENDER LANG TZ GEO MAILER SOURCE CLASS AGENT
    DEPARTMENT PROFILE END SORT-STRING RELATED MEMBER CALURI ANNIVERSARY NAME BEGIN XML
    """
)
KNOWN_NAMES = frozenset(KNOWN)
EXTENSION_NAME = re.compile(r"X-[A-Z0-9-]{1,40}\Z")
HEAD_END = re.compile("[:;：]")
ONE_LINE_BREAK = re.compile(
    rf"(?<![A-Z-])(?=(?:item\d{{1,3}}\.)?(?:{'|'.join(KNOWN)}|X-[A-Z][A-Z-]{{1,30}})[:;])"
)
WRITTEN_BREAK = re.compile(r"\\r\\n|\\n|\\r")
LINE_BREAK = re.compile(r"\r\n|\n\r|\n|\r|\x0b|\x0c|\u2028")
ENCODED_RUN = re.compile(r"(?:=[0-9A-Fa-f]{2}){2}")
FULL_FOLD = 70
MOST_LINES = 400
BINARY = frozenset({"PHOTO", "LOGO", "KEY", "SOUND"})


@dataclass(slots=True)
class Property:
    name: str
    group: str
    types: str
    value: str
    preferred: int = 100

    @property
    def preference(self) -> tuple[bool, int]:
        """Work before home, the preferred one first, else as they stand."""
        return "HOME" in self.types, self.preferred


def properties(card: str, *, complete: bool) -> list[Property]:
    lines = unfolded(physical_lines(card)[:MOST_LINES])
    if lines and not complete and ":" not in lines[-1] and is_cut_name(lines[-1]):
        lines.pop()
    return [each for line in continued(lines) if (each := as_property(line))]


def physical_lines(card: str) -> list[str]:
    """A card on one line, or with its line breaks written out as \\n, still has its properties."""
    lines = LINE_BREAK.split(card)
    if sum(1 for line in lines if line.strip()) > 1:
        return lines
    if WRITTEN_BREAK.search(card) and len(WRITTEN_BREAK.split(card)) > 3:
        return WRITTEN_BREAK.split(card)
    return [line.strip("; \t") for line in ONE_LINE_BREAK.split(card)]


def unfolded(lines: list[str]) -> list[str]:
    """A line that starts with white space continues the one before, unless it names a property."""
    whole: list[list[str]] = []
    soft = False
    for line in lines:
        if whole and soft:
            whole[-1].append(line[1:] if line[:2] in {" =", "\t="} else line)
        elif whole and line[:1] in {" ", "\t"} and not names_property(line.strip()):
            whole[-1].append(line[1:])
        elif line.strip():
            whole.append([line.strip(" \t\ufeff\u200b")])
        soft = bool(whole) and is_soft_break(whole[-1][0], line)
        if soft:
            whole[-1][-1] = whole[-1][-1].rstrip()[:-1]
    return ["".join(parts) for parts in whole]


def is_soft_break(first: str, line: str) -> bool:
    if not line.rstrip().endswith("="):
        return False
    head = first.partition(":")[0].upper()
    return "QUOTED-PRINTABLE" in head or head.endswith(";QP")


def continued(lines: list[str]) -> Iterator[str]:
    """Wrong folding: a line that names no property belongs to the one before."""
    held = ""
    for line in lines:
        if not held or names_property(line):
            if held:
                yield held
            held = line
        elif head_of(held)[0] not in BINARY:
            held += glue(held, line) + line
    if held:
        yield held


def glue(before: str, line: str) -> str:
    """Cut at the usual width, a word goes on; anywhere else a new line was meant."""
    if len(before) in range(FULL_FOLD, 78) and before[-1:].isalpha() and line[:1].islower():
        return ""
    return "\\n" if before[:4].upper() == "NOTE" else " "


def names_property(line: str) -> bool:
    if ":" not in line and "：" not in line and ";" not in line:
        return False
    name = head_of(line)[0]
    return name in KNOWN_NAMES or bool(EXTENSION_NAME.match(name))


def head_of(line: str) -> tuple[str, str]:
    """item1.EMAIL;TYPE=WORK:... -> EMAIL, item1"""
    end = HEAD_END.search(line)
    head = line[: end.start()] if end else line
    group, _, name = head.strip().rpartition(".")
    return name.strip().upper(), group.casefold()


def is_cut_name(line: str) -> bool:
    word = line.strip().partition(";")[0].upper()
    return any(known.startswith(word) for known in KNOWN)


def as_property(line: str) -> Property | None:
    name, group = head_of(line)
    colon = value_start(line)
    if colon < 0 or not name or name in BINARY:
        return None
    parameters = line[:colon].partition(";")[2].upper()
    each = Property(name, group, parameters, line[colon + 1 :].strip())
    if parameters:
        each.preferred = preferred(parameters)
        each.value = decoded(each.value, parameters)
    if "=" in each.value and ENCODED_RUN.search(each.value) and name not in {"URL", "UID"}:
        each.value = undeclared(each.value)
    return each


def value_start(line: str) -> int:
    """The first colon outside quotes."""
    colon = line.find(":")
    if colon < 0:
        return line.find("：")
    quote = line.find('"')
    if 0 <= quote < colon:
        closing = line.find('"', quote + 1)
        while closing >= 0 and 0 <= colon < closing:
            colon = line.find(":", closing)
            quote = line.find('"', closing + 1)
            closing = line.find('"', quote + 1) if 0 <= quote < colon else -1
    return colon


def preferred(parameters: str) -> int:
    match = re.search(r"\bPREF(?:=(\d{1,3}))?", parameters)
    return int(match[1] or 1) if match else 100


def decoded(value: str, parameters: str) -> str:
    if "QUOTED-PRINTABLE" in parameters or parameters.endswith("QP"):
        return quoted_printable(value, charset_in(parameters))
    if "BASE64" in parameters or "ENCODING=B" in parameters.split(";"):
        return from_base64(value)
    return value


def charset_in(parameters: str) -> str:
    match = re.search(r'CHARSET="?([\w.:-]{2,20})', parameters)
    return match[1].casefold().replace("-", "_") if match else ""


def quoted_printable(value: str, charset: str) -> str:
    """Components are kept apart: a coded semicolon is no separator."""
    parts = (quoted_printable_part(part, charset) for part in value.split(";"))
    return ";".join(part.replace(";", "\\;") if ";" in part else part for part in parts)


def quoted_printable_part(part: str, charset: str) -> str:
    if "=" not in part:
        return part
    escaped = part.endswith("\\")
    raw = binascii.a2b_qp(part[:-1].encode("utf-8") if escaped else part.encode("utf-8"))
    try:
        text = raw.decode(
            "utf-8" if charset in {"", "utf_8", "utf8"} else READ_AS.get(charset, charset)
        )
    except (UnicodeError, LookupError):
        text = decode(raw).text
    return text + "\\" if escaped else text


def undeclared(value: str) -> str:
    """Quoted-printable that does not say so is believed when it gives good UTF-8."""
    try:
        text = binascii.a2b_qp(value.encode("utf-8")).decode("utf-8")
    except UnicodeError:
        return value
    return text if text.isprintable() or "\n" in text else value


def from_base64(value: str) -> str:
    try:
        return decode(binascii.a2b_base64(value.encode("utf-8"))).text
    except binascii.Error:
        return ""
