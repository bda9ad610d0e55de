"""Taking leads away as a file."""

from collections.abc import Generator, Iterator
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.queries import everybody
from app.db import Database
from app.exports import queries
from app.exports.contact import numbers
from app.exports.dossier import UTC, Dossier, Names, ShowName, Wording, asked_questions
from app.exports.profile import Profile
from app.exports.profiles.plain import PROFILE
from app.exports.rows import Tally, rows
from app.kit.clock import now
from app.kit.tables import csv_parts, xlsx_parts
from app.leads.filters import LeadFilter
from app.shows.days import zone_named
from app.shows.queries import products, shows
from app.tagging.dimensions.behaviour import classify
from app.tagging.ledger import facts_of
from app.tagging.policy import DEFAULT
from app.web.language import Language


class Format(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


def export_leads(
    database: Database,
    actor: Actor,
    asked: LeadFilter,
    language: Language,
    format: Format,  # noqa: A002  (the word of the field)
    *,
    profile: Profile = PROFILE,
    tally: Tally | None = None,
) -> Generator[bytes, None, None]:
    """The leads a filter asks for, as the parts of a file.

    It reads with a session of its own, for a request's ends before its answer has left; closing
    the generator ends that. `tally` is filled in as the file is made.
    """
    with database.reading() as session:
        queries.see_one_state(session)
        names = names_for(session, actor, asked, language, now())
        columns = profile.columns(names)
        is_csv = format is Format.CSV
        made = rows(
            dossiers(session, actor, asked, names.at),
            columns,
            names,
            guards=profile.guards and is_csv,
            tally=tally if tally is not None else Tally(),
        )
        if is_csv:
            yield from csv_parts(made, bom=profile.bom)
        else:
            yield from xlsx_parts(made, widths=[column.width for column in columns])


def names_for(
    session: Session, actor: Actor, asked: LeadFilter, language: Language, at: datetime
) -> Names:
    known = {
        show.id: ShowName(show.name, zone_named(show.time_zone)) for show in shows(session, actor)
    }
    at_show = known.get(asked.show) if asked.show else next(iter(known.values()), None)
    return Names(
        language=language,
        at=at,
        zone=at_show.zone if at_show else UTC,
        members={member.id: member.name for member in everybody(session, actor)},
        products={product.id: product.name for product in products(session, actor)},
        shows=known,
        questions=tuple(asked_questions(queries.questions_with_columns(session, actor, asked))),
        wordings={
            one.id: Wording(one.show_id, one.version) for one in queries.wordings(session, actor)
        },
    )


def dossiers(session: Session, actor: Actor, asked: LeadFilter, at: datetime) -> Iterator[Dossier]:
    """The leads in the order asked for, each with what hangs on it; five queries for a chunk."""
    for leads in queries.leads_in_turn(session, actor, asked, at):
        ids: list[UUID] = [lead.id for lead in leads]
        ledgers = queries.ledgers(session, actor, ids)
        answers = queries.answers(session, actor, ids)
        consents = queries.consents(session, actor, ids)
        follow_ups = queries.open_follow_ups(session, actor, ids)
        for lead in leads:
            ledger = ledgers.get(lead.id, [])
            yield Dossier(
                lead,
                classify(facts_of(ledger), DEFAULT, at),
                numbers(lead.phones),
                ledger,
                answers.get(lead.id, []),
                consents.get(lead.id, []),
                follow_ups.get(lead.id, []),
            )
