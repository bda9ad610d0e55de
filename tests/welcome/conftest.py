"""A fresh installation."""

import pytest
from sqlalchemy import delete
from starlette.testclient import TestClient

from app import tables  # noqa: F401  (fills the metadata)
from app.db import Database, metadata


@pytest.fixture
def fresh(database: Database, client: TestClient) -> TestClient:
    """A browser at a Showfloor that nobody has set up yet."""
    with database.writing() as session:
        for table in reversed(metadata.sorted_tables):
            session.execute(delete(table))
    return client
