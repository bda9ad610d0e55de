"""The one writer: many items in one commit, and each with its own fate."""

from collections.abc import Callable, Sequence
from threading import Event

import pytest
from sqlalchemy import Connection, Engine, event, text
from sqlmodel import Session, select
from starlette.testclient import TestClient

from app.accounts.models import Member
from app.capture.models import Capture
from app.db import Database, Writer
from tests import cast
from tests.cast import Person
from tests.phone import capture, sync


def write_names(connection: Connection, names: Sequence[str]) -> list[str]:
    for name in names:
        if name == "bad":
            raise ValueError(name)
        connection.execute(
            text("INSERT INTO sign_in_attempt (id, subject, at) VALUES (:id, :name, :at)"),
            {"id": f"{abs(hash(name)):032x}"[:32], "name": name, "at": "2026-10-16 02:30:00"},
        )
    return [f"wrote {name}" for name in names]


def written(database: Database) -> set[str]:
    with database.engine.connect() as connection:
        return set(connection.execute(text("SELECT subject FROM sign_in_attempt")).scalars())


def test_what_is_handed_in_is_written_and_answered_in_its_order(database: Database) -> None:
    writer = Writer(database, write_names)

    results = writer.submit(["a", "b", "c"]).result(10)

    writer.close()
    assert results == ["wrote a", "wrote b", "wrote c"]
    assert written(database) == {"a", "b", "c"}


def test_one_bad_item_takes_no_other_down_with_it(database: Database) -> None:
    writer = Writer(database, write_names)

    results = writer.submit(["a", "bad", "b", "c"]).result(10)

    writer.close()
    assert [isinstance(result, ValueError) for result in results] == [False, True, False, False]
    assert written(database) == {"a", "b", "c"}


def test_items_of_many_requests_share_one_commit(database: Database) -> None:
    groups: list[int] = []
    busy, go = Event(), Event()

    def write_in_groups(connection: Connection, names: Sequence[str]) -> list[str]:
        groups.append(len(names))
        busy.set()
        go.wait(10)
        return write_names(connection, names)

    writer = Writer(database, write_in_groups)
    first = writer.submit(["first"])
    busy.wait(10)
    answers = [writer.submit([f"n{number}"]) for number in range(20)]
    go.set()

    results = [answer.result(10)[0] for answer in [first, *answers]]

    writer.close()
    assert len(results) == 21
    assert groups == [1, 20]


def test_a_request_that_gave_up_waiting_stops_nobody_else(database: Database) -> None:
    busy, go = Event(), Event()

    def write_slowly(connection: Connection, names: Sequence[str]) -> list[str]:
        busy.set()
        go.wait(10)
        return write_names(connection, names)

    writer = Writer(database, write_slowly)
    writer.submit(["first"])
    busy.wait(10)
    writer.submit(["given up"]).cancel()
    answer = writer.submit(["last"])
    go.set()

    results = answer.result(10)

    writer.close()
    assert results == ["wrote last"]
    assert "given up" not in written(database)


def test_closing_writes_what_was_handed_in(database: Database) -> None:
    writer = Writer(database, write_names)
    answer = writer.submit(["last"])

    writer.close()

    assert answer.result(0) == ["wrote last"]


def test_nothing_is_answered_before_its_commit(database: Database) -> None:
    """A commit that fails is a failure, whatever the statements before it said."""
    writer = Writer(database, write_names)
    with failing_commits(database.engine):
        results = writer.submit(["lost"]).result(10)

    writer.close()
    assert isinstance(results[0], OSError)
    assert written(database) == set()


def test_a_phone_is_told_that_nothing_is_stored_when_the_commit_fails(
    browser_of: Callable[[Person], TestClient], database: Database
) -> None:
    phone = browser_of(cast.SAM)
    with failing_commits(phone.app.state.database.engine):  # type: ignore[attr-defined]
        (verdict,) = sync(phone, capture())

    assert (verdict["verdict"], verdict["reason"]) == ("refused", "unexpected")
    with database.reading() as session:
        assert session.exec(select(Capture)).all() == []


def test_a_form_is_an_error_and_no_success_when_the_commit_fails(
    browser_of: Callable[[Person], TestClient], database: Database
) -> None:
    """With FastAPI's default scope the answer would have left before the commit."""
    manager = browser_of(cast.MEI)
    manager._transport.raise_server_exceptions = False
    with failing_commits(manager.app.state.database.engine):  # type: ignore[attr-defined]
        answer = manager.post(f"/shows/{cast.CANTON}/products", data={"name": "XT-400"})

    assert answer.status_code == 500


def test_a_writing_session_keeps_all_or_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        half_a_member(database)

    with Session(database.engine) as session:
        assert session.exec(select(Member).where(Member.name == "Half")).first() is None


def half_a_member(database: Database) -> None:
    with database.writing() as session:
        session.add(Member(exhibitor_id=cast.KOGYO, name="Half", role="booth"))
        session.flush()
        raise ZeroDivisionError


class failing_commits:  # noqa: N801  (reads as a sentence: with failing_commits(engine))
    """Meanwhile the disk is full whenever something is to be committed."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def __enter__(self) -> None:
        event.listen(self.engine, "commit", self._refuse)

    def __exit__(self, *_: object) -> None:
        event.remove(self.engine, "commit", self._refuse)

    @staticmethod
    def _refuse(_: Connection) -> None:
        raise OSError("No space left on device")
