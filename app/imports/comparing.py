"""A list beside the one before: what is new, what changed, what stayed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Compared:
    """Numbers of entries; `gone` are on the old list only, and stay."""

    new: int
    changed: int
    same: int
    gone: int


def compared(entries: Iterable[Sequence[Any]], before: Mapping[str, str]) -> Compared:
    listed = {entry[0]: entry[-1] for entry in entries}
    new = sum(key not in before for key in listed)
    same = sum(before.get(key) == digest for key, digest in listed.items())
    return Compared(new, len(listed) - new - same, same, len(before) - (len(listed) - new))


def to_write(
    entries: Iterable[Sequence[Any]], before: Mapping[str, str]
) -> tuple[list[Sequence[Any]], list[str]]:
    """Entries that are new or differ, and the numbers of those that say the same."""
    differing = [entry for entry in entries if before.get(entry[0]) != entry[-1]]
    same = [entry[0] for entry in entries if before.get(entry[0]) == entry[-1]]
    return differing, same
