"""Rows written past the ORM are what the ORM reads, and what it would have written."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel, select

from app.capture.models import Capture
from app.db import Database, insert_rows, update_rows
from app.kit.ids import new_id
from app.leads.models import Interaction, Lead, LeadAtShow
from tests import cast

EAST = timezone(timedelta(hours=8))
MORNING = datetime(2026, 10, 16, 10, 30, 0, 250, EAST)


def a_capture() -> Capture:
    return Capture(
        exhibitor_id=cast.KOGYO, id=new_id(), show_id=cast.CANTON, member_id=cast.SAM.member_id,
        sent_by_id=cast.SAM.member_id, payload=b"\x00\xffMECARD:N:\xe7\x8e\x8b;", source="camera",
        body={"note": "她说：“好” \U0001f44d \\ \"'", "list": [1, 2.5, None, True], "none": None},
        body_sha256="0" * 64, captured_at=MORNING, happened_at=MORNING,
        received_at=MORNING.astimezone(UTC),
        skew_ms=-2_000_000_000_000, state="recorded",
    )  # fmt: skip


def a_lead(**known: Any) -> Lead:
    return Lead(
        exhibitor_id=cast.KOGYO, name="王小明", company="O'Brien {x} %s ? :y", first_met_at=MORNING,
        last_met_at=MORNING, emails=["a@b.example"], phones=[{"written": "+86", "e164": ""}],
        links={"linkedin": "https://x.example/?a=1"}, heat=1.25, **known,
    )  # fmt: skip


def a_line(lead: Lead) -> Interaction:
    return Interaction(
        exhibitor_id=cast.KOGYO, lead_id=lead.id, kind="demo", at=MORNING, on_day=date(2026, 10, 16)
    )


def raw(database: Database, row: SQLModel) -> list[Any]:
    """The row as the database itself holds it."""
    with database.engine.connect() as connection:
        found = connection.execute(text(f"SELECT * FROM {row.__tablename__}")).all()
    assert len(found) == 1
    return list(found[0])


def written(database: Database, row: SQLModel) -> list[Any]:
    with database.turn_to_write() as engine, engine.begin() as connection:
        insert_rows(connection, type(row), [row.model_dump()])
    return raw(database, row)


@pytest.mark.parametrize("row", [a_capture(), a_lead()], ids=["capture", "lead"])
def test_a_row_is_read_back_by_the_orm_as_it_was(database: Database, row: SQLModel) -> None:
    written(database, row)

    with database.reading() as session:
        found = session.exec(select(type(row))).one()

    assert found.model_dump() == row.model_dump()


def test_a_row_lies_in_the_database_as_the_orm_would_have_put_it(database: Database) -> None:
    lead = a_lead()
    ours = written(database, lead)
    with database.writing() as session:
        session.delete(session.get_one(Lead, lead.id))
    with database.writing() as session:
        session.add(Lead(**lead.model_dump()))

    theirs = raw(database, lead)

    columns = list(Lead.model_fields)
    differ = {name for name, one, other in zip(columns, ours, theirs, strict=True) if one != other}
    assert differ <= {"emails", "phones", "urls", "links"}  # JSON: the same, with other spaces


def test_a_day_and_a_line_of_a_lead_are_kept(database: Database) -> None:
    lead = a_lead()
    line = a_line(lead)
    with database.turn_to_write() as engine, engine.begin() as connection:
        insert_rows(connection, Lead, [lead.model_dump()])
        insert_rows(connection, Interaction, [line.model_dump(), a_line(lead).model_dump()])

    with database.reading() as session:
        found = session.exec(select(Interaction).where(Interaction.id == line.id)).one()

    assert found.model_dump() == line.model_dump()


def test_what_conflicts_is_settled_as_the_clause_says(database: Database) -> None:
    lead = a_lead()
    first = LeadAtShow(
        show_id=cast.CANTON, lead_id=lead.id, exhibitor_id=cast.KOGYO,
        first_met_at=MORNING, last_met_at=MORNING,
    ).model_dump()  # fmt: skip
    again = first | {"last_met_at": MORNING + timedelta(hours=1)}
    clause = "ON CONFLICT (show_id, lead_id) DO UPDATE SET last_met_at = excluded.last_met_at"
    with database.turn_to_write() as engine, engine.begin() as connection:
        insert_rows(connection, Lead, [lead.model_dump()])
        for row in (first, again):
            insert_rows(connection, LeadAtShow, [row], conflict=clause)

    with database.reading() as session:
        found = session.exec(select(LeadAtShow)).one()

    assert found.last_met_at == again["last_met_at"]


def test_an_update_changes_the_rows_named_and_no_others(database: Database) -> None:
    leads = [a_lead() for _ in range(3)]
    with database.turn_to_write() as engine, engine.begin() as connection:
        insert_rows(connection, Lead, [lead.model_dump() for lead in leads])
        update_rows(connection, Lead, [{"id": lead.id, "name": str(lead.id)} for lead in leads[:2]])

    with database.reading() as session:
        names = {lead.id: lead.name for lead in session.exec(select(Lead))}

    assert names == {leads[0].id: str(leads[0].id), leads[1].id: str(leads[1].id),
                     leads[2].id: "王小明"}  # fmt: skip


def test_no_rows_are_no_statement(database: Database) -> None:
    with database.turn_to_write() as engine, engine.begin() as connection:
        insert_rows(connection, Lead, [])
        update_rows(connection, Lead, [])

    with database.reading() as session:
        assert session.exec(select(Lead)).all() == []
