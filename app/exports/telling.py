"""What happened with a lead, told in words."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from app.exports.contact import as_written
from app.exports.dossier import Dossier, Names, Question
from app.leads.looking import look_in_words
from app.qualifiers.answers import answer_text
from app.shows.kinds import kind_of
from app.tagging.sentences import reason_in_words, until_in_words
from app.web.language import N_

AS_WRITTEN = N_("As written: %(text)s")
VERSION = N_("%(show)s, version %(version)s")


def moment(at: datetime | None, zone: ZoneInfo) -> str:
    """ISO 8601 with its offset: no reader can take it for another clock's."""
    return at.astimezone(zone).isoformat(timespec="seconds") if at else ""


def first_met(dossier: Dossier, names: Names) -> str:
    show = dossier.ledger[0].show_id if dossier.ledger else None
    return moment(dossier.lead.first_met_at, names.zone_of(show))


def last_met(dossier: Dossier, names: Names) -> str:
    return moment(dossier.lead.last_met_at, last_zone(dossier, names))


def last_zone(dossier: Dossier, names: Names) -> ZoneInfo:
    """The clock of the show where the lead was met last."""
    shows = (line.show_id for line in reversed(dossier.ledger) if line.show_id)
    return names.zone_of(next(shows, None))


def active_until(dossier: Dossier, names: Names) -> str:
    """Empty for a lead that never was active: its time lies before it was met."""
    until = dossier.lead.active_until
    never = until is None or until < dossier.lead.first_met_at
    return "" if never else moment(until, last_zone(dossier, names))


def reasons(dossier: Dossier, names: Names) -> str:
    zone = last_zone(dossier, names)
    told = [reason_in_words(reason, names.language, zone) for reason in dossier.tag.reasons]
    return "\n".join([*told, until_in_words(dossier.tag, names.language, zone)]).strip()


def met_by(dossier: Dossier, names: Names) -> str:
    return _listed(names.member(line.member_id) for line in dossier.ledger)


def met_at(dossier: Dossier, names: Names) -> str:
    return _listed(names.shows[id_].name for id_ in _ids(dossier, "show_id") if id_ in names.shows)


def products(dossier: Dossier, names: Names) -> str:
    return _listed(names.products.get(id_, "") for id_ in _ids(dossier, "product_id"))


def happenings(dossier: Dossier, names: Names) -> str:
    """The ledger, a line each, oldest first. What was only noted stands with the notes."""
    return "\n".join(_happening(line, names) for line in dossier.ledger if line.kind != "note")


def _happening(line: Any, names: Names) -> str:
    what = line.label or names.language.gettext(kind_of(line.kind).name)
    product = names.products.get(line.product_id, "") if line.product_id else ""
    times = f" ×{line.count}" if line.count > 1 else ""
    return f"{_when(line, names)} {what}{times}" + (f": {product}" if product else "")


def notes(dossier: Dossier, names: Names) -> str:
    """Newest first, each with its moment and author; then what fits no column of its own."""
    told = [_note(line, names) for line in reversed(dossier.ledger) if line.note]
    left = dict.fromkeys(
        names.language.gettext(AS_WRITTEN, text=text) for text in as_written(dossier.lead)
    )
    return "\n".join([*told, *left])


def _note(line: Any, names: Names) -> str:
    author = names.member(line.member_id)
    return f"{_when(line, names)}{f', {author}' if author else ''}: {line.note}"


def answer(question: Question, dossier: Dossier, names: Names) -> str:
    """The newest answer to a question."""
    given = (one for one in reversed(dossier.answers) if one.qualifier_id in question.ids)
    newest = next(given, None)
    return answer_text(question.kind, newest.value, names.language.tag) if newest else ""


def further_steps(dossier: Dossier, names: Names) -> str:
    return "\n".join(_step(step, names) for step in dossier.follow_ups[1:])


def _step(step: Any, names: Names) -> str:
    whose = [names.member(step.owner_id), step.due_on.isoformat() if step.due_on else ""]
    told = ", ".join(filter(None, whose))
    return f"{step.what} ({told})" if told else str(step.what)


def wording(consent: Any, names: Names) -> str:
    """Which words were agreed to: their versions count within a show."""
    known = names.wordings.get(consent.wording_id)
    show = names.shows.get(known.show_id) if known else None
    if known is None or show is None:
        return ""
    return names.language.gettext(VERSION, show=show.name, version=known.version)


def consent_zone(consent: Any, names: Names) -> ZoneInfo:
    known = names.wordings.get(consent.wording_id)
    return names.zone_of(known.show_id if known else None)


def why_look(dossier: Dossier, names: Names) -> str:
    return look_in_words(dossier.lead.needs_look, names.language)


def _when(line: Any, names: Names) -> str:
    at: datetime = line.at
    return at.astimezone(names.zone_of(line.show_id)).isoformat(" ", "minutes")


def _ids(dossier: Dossier, column: str) -> Iterator[UUID]:
    return (id_ for line in dossier.ledger if (id_ := getattr(line, column)))


def _listed(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(filter(None, words)))
