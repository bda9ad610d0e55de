"""What the application must not do, done on purpose: the proof has to notice each of these."""

from collections.abc import Collection, Sequence
from concurrent.futures import Future
from threading import Timer
from time import sleep
from typing import Any
from uuid import UUID

from fastapi import FastAPI
from sqlalchemy import Connection, text

from app.capture import queries
from app.capture.arrival import Arrival
from app.capture.verdict import Verdict
from app.db import Database, Writer

Results = list[Verdict | Exception]
OTHERS_LOOK_TOO = 0.05


def check_then_insert(app: FastAPI) -> None:
    """Looks first whether a capture is stored, then stores it; no constraint stands behind it."""
    database: Database = app.state.database
    _without_constraint(database)
    really_known, seen = queries.captures_known, dict[Any, Any]()

    def known_when_looked(
        _: Connection, exhibitors: Collection[UUID], ids: Collection[UUID]
    ) -> dict[Any, Any]:
        asked = ((who, capture_id) for who in exhibitors for capture_id in ids)
        return {identity: seen[identity] for identity in asked if identity in seen}

    def look(arrivals: Sequence[Arrival]) -> None:
        exhibitors = {arrival.actor.exhibitor_id for arrival in arrivals}
        ids = {arrival.form.capture_id for arrival in arrivals}
        ids |= {arrival.form.adds_to for arrival in arrivals if arrival.form.adds_to}
        with database.engine.connect() as connection:
            seen.update(really_known(connection, exhibitors, ids))
        sleep(OTHERS_LOOK_TOO)

    writer: Writer[Arrival, Verdict] = app.state.captures
    submit = writer.submit

    def looked_first(items: list[Arrival]) -> Future[Results]:
        look(items)
        return submit(items)

    queries.captures_known = known_when_looked  # type: ignore[assignment]
    writer.submit = looked_first  # type: ignore[method-assign]


def acknowledge_before_commit(app: FastAPI) -> None:
    """Says that all is stored, and stores it a moment later."""
    writer: Writer[Arrival, Verdict] = app.state.captures
    submit = writer.submit

    def said_first(items: list[Arrival]) -> Future[Results]:
        later = Timer(OTHERS_LOOK_TOO, submit, [items])
        later.daemon = True
        later.start()
        said: Future[Results] = Future()
        said.set_result([Verdict("recorded") for _ in items])
        return said

    writer.submit = said_first  # type: ignore[method-assign]


def _without_constraint(database: Database) -> None:
    """The table of captures as it would be if nobody had thought of a key."""
    with database.turn_to_write() as engine, engine.begin() as connection:
        if not connection.execute(text("SELECT 1 FROM capture LIMIT 1")).all():
            connection.execute(text("CREATE TABLE bare AS SELECT * FROM capture WHERE 1 = 0"))
            connection.execute(text("DROP TABLE capture"))
            connection.execute(text("ALTER TABLE bare RENAME TO capture"))
