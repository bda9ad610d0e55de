"""What two leads are as one, and what each was before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from app.leads.person import Fields, completed

Times = tuple[datetime, datetime]


def merged(kept: Mapping[str, Any], gone: Mapping[str, Any]) -> Fields:
    """The fields of both: the kept lead's win, its gaps are filled, lists are united."""
    return completed(kept, gone)


def unmerged(present: Mapping[str, Any], changes: Mapping[str, Sequence[Any]]) -> Fields:
    """The fields without what a merge brought. What was edited since stays as it is now."""
    return {
        name: _without(value, *changes[name]) if name in changes else value
        for name, value in present.items()
    }


def _without(present: Any, before: Any, after: Any) -> Any:
    if present == after:
        return before
    if isinstance(present, list):
        return [item for item in present if item in before or item not in after]
    if isinstance(present, dict):
        brought = {key for key in after if key not in before and present.get(key) == after[key]}
        return {key: value for key, value in present.items() if key not in brought}
    return present


def spanning(times: Times, moments: Iterable[datetime]) -> Times:
    """The first and the last of all."""
    every = [*times, *moments]
    return min(every), max(every)


@dataclass(frozen=True, slots=True)
class LaterCapture:
    """A capture that came to the kept lead after a merge, and its keys, the surest first."""

    id: UUID
    adds_to: UUID | None
    keys: Sequence[str]


@dataclass(slots=True)
class GoingBack:
    """What goes back with a lead when its merge is undone."""

    captures: set[UUID] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)


def going_back(
    later: Iterable[LaterCapture],
    *,
    moved_captures: set[UUID],
    gone_keys: Iterable[str],
    kept_keys: Iterable[str],
) -> GoingBack:
    """Which later captures came by a key of the lead that had gone, in the order they came.

    A key that came with one of them is the gone lead's too: the next capture may carry only that.
    """
    back = GoingBack(keys=set(gone_keys))
    staying = set(kept_keys)
    for capture in later:
        if capture.adds_to:
            goes = capture.adds_to in moved_captures | back.captures
        else:
            known = next((key for key in capture.keys if key in back.keys | staying), "")
            goes = known in back.keys
        fresh = {key for key in capture.keys if key not in back.keys | staying}
        if goes:
            back.captures.add(capture.id)
            back.keys |= fresh
        else:
            staying |= fresh
    return back
