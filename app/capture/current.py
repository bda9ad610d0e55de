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
from app.db import Writer
from app.web.session import CurrentDatabase

SECONDS = 2.0


async def current_setting(request: Request, actor: Sender, database: CurrentDatabase) -> Setting:
    """The exhibitor's shows and members, about two seconds old at most."""
    known: dict[UUID, tuple[float, Setting]] = request.app.state.settings_known
    read_at, setting = known.get(actor.exhibitor_id, (0.0, None))
    if setting is None or monotonic() - read_at > SECONDS:
        if setting is not None:
            known[actor.exhibitor_id] = (monotonic(), setting)  # one looks up, the others go on
        setting = await run_in_threadpool(fresh_setting, actor, database)
        known[actor.exhibitor_id] = (monotonic(), setting)
    return setting


def fresh_setting(actor: Actor, database: CurrentDatabase) -> Setting:
    with database.reading() as session:
        return setting_of(session, actor)


async def raw_body(request: Request) -> bytes:
    return await request.body()


async def current_writer(request: Request) -> Writer[Arrival, Verdict]:
    writer: Writer[Arrival, Verdict] = request.app.state.captures
    return writer


CurrentSetting = Annotated[Setting, Depends(current_setting)]
CurrentWriter = Annotated[Writer[Arrival, Verdict], Depends(current_writer)]
RawBody = Annotated[bytes, Depends(raw_body)]
