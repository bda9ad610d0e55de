"""The same capture from many sides at once."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from app.capture.arrival import Arrival, understood
from app.capture.batch import Sent, read_batch
from app.capture.models import Capture
from app.capture.queries import setting_of
from app.capture.service import record
from app.db import Database, Writer
from app.kit.clock import now
from app.leads.models import Interaction, Lead
from tests import cast
from tests.cast import Person
from tests.phone import batch, capture, chips, sync


@pytest.mark.parametrize("times", [1, 2, 50])
def test_a_capture_sent_many_times_at_once_makes_one_interaction(
    times: int, browser_of: Callable[[Person], TestClient], database: Database
) -> None:
    sent, phone = capture(), browser_of(cast.SAM)

    with ThreadPoolExecutor(times) as crowd:
        verdicts = list(crowd.map(lambda _: sync(phone, sent)[0]["verdict"], range(times)))

    assert sorted(verdicts) == ["known"] * (times - 1) + ["recorded"]
    with database.reading() as session:
        assert len(session.exec(select(Interaction)).all()) == 1


def test_several_server_processes_make_one_interaction_of_the_same_capture(
    database_url: str, database: Database
) -> None:
    """Writers with engines of their own stand for processes: only constraints part them."""
    arrivals = arrivals_of_50_captures_of_20_badges(database)
    databases = [Database(database_url) for _ in range(4)]
    writers = [Writer(each, record) for each in databases]

    answers = [writers[n % 4].submit([arrival]) for arrival in arrivals for n in range(8)]
    results = [answer.result(60)[0] for answer in answers]

    for writer, opened in zip(writers, databases, strict=True):
        writer.close()
        opened.close()
    assert not [result for result in results if isinstance(result, Exception)]
    with database.reading() as session:
        assert len(session.exec(select(Capture)).all()) == 50
        assert len(session.exec(select(Lead)).all()) == 20
        assert len(session.exec(select(Interaction)).all()) == 100


def arrivals_of_50_captures_of_20_badges(database: Database) -> list[Arrival]:
    sent = batch(*(capture(f"R{n % 20}", interactions=chips("demo")) for n in range(50)))
    with database.reading() as session:
        setting = setting_of(session, cast.SAM.actor)
    return [
        understood(item, cast.SAM.actor, setting, received_at=now(), skew=timedelta(0))
        for item in read_batch(json.dumps(sent).encode())[1]
        if isinstance(item, Sent)
    ]
