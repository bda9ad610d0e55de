"""Whether this server can do its work."""

from fastapi import FastAPI
from starlette.testclient import TestClient

from app import __version__
from app.db import Database


def test_a_server_with_its_database_is_well(client: TestClient) -> None:
    answer = client.get("/health")

    assert answer.status_code == 200
    assert answer.json() == {"database": "ok", "version": __version__}


def test_a_server_without_its_database_says_so(app: FastAPI, client: TestClient) -> None:
    there = app.state.database
    app.state.database = Database("postgresql://nobody@127.0.0.1:1/nothing?connect_timeout=1")

    answer = client.get("/health")

    app.state.database.close()
    app.state.database = there
    assert answer.status_code == 503
    assert answer.json()["database"] == "unreachable"
