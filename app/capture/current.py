"""Dependencies of capturing: the body as it came, the setting, the writer."""

from time import monotonic
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool

from app.accounts.actor import Actor
from app.accounts.current import Sender
from app.capture.arrival import Arrival
from app.capture.queries import setting_of
from app.capture.setting import Setting
from app.capture.verdict import Verdict
from app.db import Database, Writer
from app.web.session import database_of

SECONDS = 2.0


async def current_setting(request: Request, actor: Sender) -> Setting:
    """The exhibitor's shows and members, about two seconds old at most."""
    known: dict[UUID, tuple[float, Setting]] = request.app.state.settings_known
    read_at, setting = known.get(actor.exhibitor_id, (0.0, None))
    if setting is None or monotonic() - read_at > SECONDS:
        if setting is not None:
            known[actor.exhibitor_id] = (monotonic(), setting)  # one looks up, the others go on
        setting = await run_in_threadpool(_fresh_setting, actor, database_of(request))
        known[actor.exhibitor_id] = (monotonic(), setting)
    return setting


def _fresh_setting(actor: Actor, database: Database) -> Setting:
    with database.reading() as session:
        return setting_of(session, actor)


async def raw_body(request: Request) -> bytes:
    return await request.body()


def writer_of(request: Request) -> Writer[Arrival, Verdict]:
    writer: Writer[Arrival, Verdict] = request.app.state.captures
    return writer


async def current_writer(request: Request) -> Writer[Arrival, Verdict]:
    """The same as a dependency: asynchronous, for it needs no thread."""
    return writer_of(request)


CurrentWriter = Annotated[Writer[Arrival, Verdict], Depends(current_writer)]
CurrentSetting = Annotated[Setting, Depends(current_setting)]
RawBody = Annotated[bytes, Depends(raw_body)]
