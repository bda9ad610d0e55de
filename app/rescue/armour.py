"""A rescue file as text, read: docs/rescue-file.md describes it."""

import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from app.rescue.problem import Unreadable

VERSION = 1
BEGIN = "-----BEGIN SHOWFLOOR RESCUE-----"
END = re.compile(r"-----END SHOWFLOOR RESCUE ([0-9a-f]{64})-----")
LINE = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class RescueFile:
    """A file that is whole: its head, which anybody may read, and its content, closed."""

    head: Mapping[str, str]
    closed: bytes

    @property
    def exhibitor_id(self) -> UUID:
        return UUID(self.head["Exhibitor"])

    @property
    def is_sealed(self) -> bool:
        return self.head.get("Lock") == "exhibitor"

    @property
    def bound(self) -> bytes:
        """The head as it is locked together with the content."""
        return "\n".join(f"{name}: {value}" for name, value in self.head.items()).encode()


def read_file(text: str) -> RescueFile:
    """The parts of a file. Raises Unreadable: no file of ours, cut off, changed, of later times."""
    lines = [line.strip() for line in LINE.split(text.removeprefix("\ufeff"))]
    if BEGIN not in lines:
        raise Unreadable("no_rescue_file")
    after = lines[lines.index(BEGIN) + 1 :]
    gap = after.index("") if "" in after else len(after)
    head = dict(line.split(": ", 1) for line in after[:gap] if ": " in line)
    if _version(head) > VERSION:
        raise Unreadable("newer")
    body, digest = _closed(after[gap:])
    found = RescueFile(head, body)
    if sha256(body).hexdigest() != digest or _version(head) != VERSION or not _is_owned(found):
        raise Unreadable("damaged")
    return found


def _version(head: Mapping[str, str]) -> int:
    said = head.get("Version", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 0


def _closed(lines: Sequence[str]) -> tuple[bytes, str]:
    for place, line in enumerate(lines):
        if end := END.fullmatch(line):
            try:
                return b64decode("".join(lines[:place]), validate=True), end[1]
            except ValueError:
                raise Unreadable("damaged") from None
    raise Unreadable("cut")


def _is_owned(file: RescueFile) -> bool:
    try:
        return bool(file.exhibitor_id)
    except (KeyError, ValueError):
        return False
