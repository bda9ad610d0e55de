"""Databases for simulations: empty ones, for the simulated server makes its tables itself."""

from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

KINDS = ("sqlite", "postgresql")


def url_of(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if kind == "sqlite":
        return f"sqlite:///{tmp_path / 'simulated.db'}"
    server = make_url(request.getfixturevalue("postgres")).set(drivername="postgresql+psycopg")
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS simulated WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE simulated"))
    engine.dispose()
    url = server.set(drivername="postgresql", database="simulated")
    return url.render_as_string(hide_password=False)
