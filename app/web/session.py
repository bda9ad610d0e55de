"""The database session of one request."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request
from sqlmodel import Session

from app.db import Database


def database_of(request: Request) -> Database:
    database: Database = request.app.state.database
    return database


def open_session(request: Request) -> Iterator[Session]:
    """Reads for GET, writes otherwise; committed before the answer leaves.

    With FastAPI's default scope the commit would come after the answer: a phone could be told
    that a capture is stored when it is not.
    """
    database = database_of(request)
    opened = database.reading() if request.method in ("GET", "HEAD") else database.writing()
    with opened as session:
        yield session


async def current_database(request: Request) -> Database:
    """The same as a dependency: asynchronous, for it needs no thread."""
    return database_of(request)


CurrentDatabase = Annotated[Database, Depends(current_database)]
DbSession = Annotated[Session, Depends(open_session, scope="function")]
