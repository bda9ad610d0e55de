"""The ledger as a person reads it: one entry for each meeting or act, newest first, by day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from itertools import groupby
from typing import Protocol
from uuid import UUID

from app.leads.rating import RATED
from app.shows.kinds import Kind, kind_of

ARRIVALS = ("scan", "met")
BESIDE = ("answer", "interest", "note")  # told beside what happened, not as what happened


class Line(Protocol):
    """A line of the ledger."""

    id: UUID
    capture_id: UUID | None
    show_id: UUID | None
    member_id: UUID | None
    kind: str
    label: str
    count: int
    note: str
    at: datetime
    on_day: date


class Step(Protocol):
    """A promised next step."""

    what: str
    done_at: datetime | None
    done_by_id: UUID | None


@dataclass(frozen=True, slots=True)
class Moment:
    """One meeting, or one thing that was done: all lines of a capture together.

    `kinds` pairs each kind with the label staff gave it; a done step has its text in `done`.
    """

    at: datetime
    on_day: date
    zone: tzinfo
    member_id: UUID | None
    show_id: UUID | None = None
    kinds: tuple[tuple[Kind, str], ...] = ()
    notes: tuple[str, ...] = ()
    rating: str = ""
    products: tuple[str, ...] = ()
    answers: int = 0
    done: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """The moments of one day at one place."""

    on: date
    show_id: UUID | None
    zone: tzinfo
    moments: tuple[Moment, ...] = field(default=())


def timeline(
    ledger: Iterable[Line],
    steps: Iterable[Step],
    zones: Mapping[UUID | None, tzinfo],
) -> list[Day]:
    """`zones` are the clocks of the shows; under None that of everything else."""
    together: dict[UUID, list[Line]] = {}
    for line in ledger:
        together.setdefault(line.capture_id or line.id, []).append(line)
    moments = [_moment(lines, zones) for lines in together.values()]
    moments += [done for step in steps if (done := _done(step, zones[None]))]
    moments.sort(key=lambda moment: (moment.on_day, moment.at), reverse=True)
    days = groupby(moments, key=lambda moment: (moment.on_day, moment.show_id, moment.zone))
    return [Day(on, show_id, zone, tuple(each)) for (on, show_id, zone), each in days]


def _moment(lines: Sequence[Line], zones: Mapping[UUID | None, tzinfo]) -> Moment:
    first = lines[0]
    ratings = [line.kind for line in lines if line.kind.startswith(RATED)]
    return Moment(
        at=first.at,
        on_day=first.on_day,
        zone=zones.get(first.show_id, zones[None]),
        member_id=first.member_id,
        show_id=first.show_id,
        kinds=_kinds(lines),
        notes=tuple(line.note for line in lines if line.note),
        rating=ratings[-1].removeprefix(RATED) if ratings else "",
        products=tuple(line.label for line in lines if line.kind == "interest" and line.label),
        answers=sum(line.count for line in lines if line.kind == "answer"),
    )


def _kinds(lines: Sequence[Line]) -> tuple[tuple[Kind, str], ...]:
    """What happened, each once. That a badge was scanned says nothing beside a demo."""
    every = list(dict.fromkeys((line.kind, line.label) for line in lines))
    told = [key for key in every if not key[0].startswith(RATED)]
    happened = [key for key in told if key[0] not in (*ARRIVALS, *BESIDE)]
    shown = happened or [key for key in told if key[0] in ARRIVALS] or (told or every)[:1]
    return tuple((kind_of(kind), label) for kind, label in shown)


def _done(step: Step, zone: tzinfo) -> Moment | None:
    if step.done_at is None:
        return None
    on_day = step.done_at.astimezone(zone).date()
    return Moment(step.done_at, on_day, zone, step.done_by_id, done=step.what)
