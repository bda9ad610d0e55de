import pytest
from fastapi import FastAPI, Response
from sqlalchemy import func
from sqlmodel import Session, select
from starlette.testclient import TestClient

from app.accounts.models import Exhibitor
from app.db import Database
from app.web.session import DbSession


@pytest.fixture
def founding(app: FastAPI) -> FastAPI:
    """The app with addresses that add an exhibitor and answer that they did."""

    @app.post("/found")
    def found(session: DbSession) -> Response:
        session.add(Exhibitor(name="Nordlicht"))
        return Response("founded")

    @app.get("/found")
    def found_by_reading(session: DbSession) -> Response:
        session.add(Exhibitor(name="Nordlicht"))
        session.flush()
        return Response("founded")

    @app.post("/stumble")
    def stumble(session: DbSession) -> Response:
        session.add(Exhibitor(name="Nordlicht"))
        session.flush()
        raise LookupError

    return app


def exhibitors(database: Database) -> int:
    with database.reading() as session:
        return session.exec(select(func.count()).select_from(Exhibitor)).one()


def test_what_a_write_did_is_kept(
    founding: FastAPI, client: TestClient, database: Database
) -> None:
    before = exhibitors(database)

    client.post("/found")

    assert exhibitors(database) == before + 1


def test_a_read_keeps_nothing(founding: FastAPI, client: TestClient, database: Database) -> None:
    before = exhibitors(database)

    client.get("/found")

    assert exhibitors(database) == before


def test_a_handler_that_fails_leaves_nothing_behind(
    founding: FastAPI, client: TestClient, database: Database
) -> None:
    before = exhibitors(database)

    with pytest.raises(LookupError):
        client.post("/stumble")

    assert exhibitors(database) == before


def test_a_commit_that_fails_is_never_answered_as_done(
    founding: FastAPI, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Session) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Session, "commit", fail)
    unraised = TestClient(founding, raise_server_exceptions=False, headers=client.headers)

    assert unraised.post(str(client.base_url.join("/found"))).status_code == 500
