"""From rows of the ledger to the facts a classifier knows."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from app.tagging.facts import Facts, Happening


class Row(Protocol):
    """What a row of the ledger has, among other things."""

    @property
    def kind(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def on_day(self) -> date: ...
    @property
    def count(self) -> int: ...


def facts_of(rows: Iterable[Row]) -> Facts:
    return Facts(tuple(Happening(row.kind, row.at, row.on_day, row.count) for row in rows))
