"""The file of an upload, and the list a request is about."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from app.accounts.current import ShowKeeper
from app.shows.models import Show
from app.shows.queries import show_with_id
from app.web.errors import NotFound
from app.web.session import CurrentDatabase

LARGEST_FILE = 24 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SentFile:
    name: str
    content: bytes


async def sent_file(request: Request, _: ShowKeeper) -> SentFile | None:
    """The file of the form; None where none was chosen. A larger one is cut behind the limit."""
    try:
        async with request.form() as form:
            file = form.get("file")
            if not isinstance(file, UploadFile) or not file.filename:
                return None
            return SentFile(file.filename[-120:], await file.read(LARGEST_FILE + 1))
    except ValueError as problem:
        raise HTTPException(400) from problem


def looked_up_show(show_id: UUID, keeper: ShowKeeper, database: CurrentDatabase) -> Show:
    """The show in the address, without a turn to write: reading a list takes its time."""
    with database.reading() as session:
        show = show_with_id(session, keeper, show_id)
    if show is None:
        raise NotFound
    return show


SentList = Annotated[SentFile | None, Depends(sent_file)]
LookedUpShow = Annotated[Show, Depends(looked_up_show)]
