"""Values of the database as JSON has them, and back. A kind says how: "uuid", "moment" ..."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID


def _same(value: Any) -> Any:
    return value


def _in_base64(value: Any) -> str:
    return b64encode(value).decode("ascii")


def _in_utc(value: Any) -> str:
    moment: datetime = value
    return moment.astimezone(UTC).isoformat()


WRITING: dict[str, Callable[[Any], Any]] = {
    "bool": _same,
    "bytes": _in_base64,
    "date": date.isoformat,
    "float": _same,
    "int": _same,
    "json": _same,
    "moment": _in_utc,
    "text": _same,
    "uuid": str,
}
READING: dict[str, Callable[[Any], Any]] = WRITING | {
    "bytes": b64decode,
    "date": date.fromisoformat,
    "moment": datetime.fromisoformat,
    "uuid": UUID,
}
KINDS = frozenset(WRITING)


def written(kind: str, value: Any) -> Any:
    return None if value is None else WRITING[kind](value)


def read(kind: str, value: Any) -> Any:
    """The opposite of `written`."""
    return None if value is None else READING[kind](value)
