"""A tag: a label in one dimension, with its reasons as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a code and its values. The page makes a sentence of it in the reader's language."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tag:
    """What a classifier says.

    `until` is when time alone changes the label to `then`; `since` when it last came to be.
    `would_change` says what would make it better.
    """

    dimension: str
    label: str
    reasons: tuple[Reason, ...]
    until: datetime | None = None
    then: str = ""
    since: datetime | None = None
    would_change: tuple[Reason, ...] = ()
