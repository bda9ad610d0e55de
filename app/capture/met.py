"""A visitor met before, in one line: by whom, when, and what happened."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.shows.kinds import kind_of
from app.web.language import N_, Language

PLAINLY = N_("Met by %(name)s %(ago)s")
WITH_MORE = N_("Met by %(name)s %(ago)s: %(what)s")
SILENT = ("scan", "met", "note", "answer", "interest")


class Line(Protocol):
    """A line of the ledger."""

    kind: str
    label: str
    at: datetime
    member_id: UUID | None


def met_in_words(
    meeting: Sequence[Line], names: Mapping[UUID, str], language: Language, at: datetime
) -> str:
    """ "Met by Anna 2 hours ago: demo, asked price"; empty when there was no meeting."""
    if not meeting:
        return ""
    last = max(meeting, key=lambda line: line.at)
    what = ", ".join(kinds_in_words(meeting, language))
    sentence = WITH_MORE if what else PLAINLY
    return language.gettext(
        sentence,
        name=names.get(last.member_id, "?") if last.member_id else "?",
        ago=language.ago(last.at, at),
        what=what,
    )


def kinds_in_words(lines: Sequence[Line], language: Language) -> list[str]:
    """What happened, each once, without the scan itself."""
    shown = [line for line in lines if line.kind not in SILENT]
    return list(
        dict.fromkeys(line.label or language.gettext(kind_of(line.kind).name) for line in shown)
    )
