"""The same capture from many sides at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi import FastAPI
from sqlmodel import select
from starlette.testclient import TestClient

from app.capture.models import Capture
from app.db import Database
from app.leads.models import Interaction, Lead
from tests import cast
from tests.cast import Person
from tests.phone import capture, chips, sync


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
    database_url: str, app: FastAPI, database: Database
) -> None:
    """Writers with engines of their own stand for processes: only constraints part them."""
    import json
    from datetime import timedelta

    from app.accounts.actor import Actor
    from app.capture.arrival import understood
    from app.capture.batch import read_batch
    from app.capture.queries import setting_of
    from app.capture.service import record
    from app.db import Writer
    from app.kit.clock import now
    from tests.phone import batch

    actor = Actor(
        cast.KOGYO, cast.SAM.member_id, cast.SAM.device_id, cast.SAM.device_id, "Sam", cast.SAM.role
    )
    with database.reading() as session:
        setting = setting_of(session, actor)
    body = json.dumps(
        batch(*(capture(f"R{n % 20}", interactions=chips("demo")) for n in range(50)))
    )
    arrivals = [
        understood(item, actor, setting, received_at=now(), skew=timedelta(0))  # type: ignore[arg-type]
        for item in read_batch(body.encode())[1]
    ]
    databases = [Database(database_url) for _ in range(4)]
    writers = [Writer(each, record) for each in databases]

    answers = [writers[n % 4].submit([arrival]) for arrival in arrivals for n in range(8)]
    results = [answer.result(60)[0] for answer in answers]

    for writer in writers:
        writer.close()
    for each in databases:
        each.close()
    assert not [result for result in results if isinstance(result, Exception)]
    with database.reading() as session:
        assert len(session.exec(select(Capture)).all()) == 50
        assert len(session.exec(select(Lead)).all()) == 20
        assert len(session.exec(select(Interaction)).all()) == 100
