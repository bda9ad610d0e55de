"""Everything known about one lead, put together for taking it away."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from app.exports.contact import Numbers
from app.tagging.tag import Tag
from app.web.language import Language

UTC = ZoneInfo("UTC")


class ShowName(NamedTuple):
    """A show as a file names it."""

    name: str
    zone: ZoneInfo


class Question(NamedTuple):
    """A question that gets a column. The same question at several shows is one."""

    ids: tuple[UUID, ...]
    text: str
    kind: str


class Wording(NamedTuple):
    """What a visitor agreed to: which version of which show's wording."""

    show_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class Names:
    """What is the same for a whole file: its reader, its moment, and the names behind ids."""

    language: Language
    at: datetime
    zone: ZoneInfo = UTC
    members: Mapping[UUID, str] = field(default_factory=dict)
    products: Mapping[UUID, str] = field(default_factory=dict)
    shows: Mapping[UUID, ShowName] = field(default_factory=dict)
    questions: Sequence[Question] = ()
    wordings: Mapping[UUID, Wording] = field(default_factory=dict)

    def member(self, member_id: UUID | None) -> str:
        return self.members.get(member_id, "") if member_id else ""

    def zone_of(self, show_id: UUID | None) -> ZoneInfo:
        """The clock that hangs at the show; the file's own where there was none."""
        show = self.shows.get(show_id) if show_id else None
        return show.zone if show else self.zone


@dataclass(frozen=True, slots=True)
class Dossier:
    """One lead: its row, and the rows that hang on it, oldest first, as the database gave them.

    Follow-ups are those still to be done, the next one first.
    """

    lead: Any
    tag: Tag
    numbers: Numbers
    ledger: Sequence[Any] = ()
    answers: Sequence[Any] = ()
    consents: Sequence[Any] = ()
    follow_ups: Sequence[Any] = ()


def asked_questions(qualifiers: Sequence[Any]) -> Iterator[Question]:
    """Questions in their order, each text once."""
    by_text: dict[str, list[Any]] = {}
    for qualifier in qualifiers:
        by_text.setdefault(qualifier.question.strip().casefold(), []).append(qualifier)
    for same in by_text.values():
        yield Question(tuple(one.id for one in same), same[0].question, same[0].kind)
