"""POST /captures/sync: the one path in."""

from asyncio import wait_for, wrap_future
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response

from app.accounts.actor import Actor
from app.accounts.current import sender_of
from app.capture.arrival import Arrival, understood
from app.capture.batch import Malformed, Refusal, read_batch, skew_of
from app.capture.current import current_setting, writer_of
from app.capture.setting import Setting
from app.capture.verdict import Verdict, as_json
from app.db import Writer
from app.kit.clock import now
from app.web.errors import NotAllowed, SignInNeeded
from app.web.language import Language
from app.web.page import language_of

router = APIRouter()
PATIENCE = 30.0
SMALL = 16 * 1024  # read at once; a longer batch in a thread, so that others are answered meanwhile


async def sync_captures(request: Request) -> Response:
    """Take a batch. Every answer 200 names each capture with its verdict, after the commit."""
    received_at = now()
    try:
        actor = await sender_of(request)
    except SignInNeeded:
        return JSONResponse({"error": "sign_in"}, 401)
    except NotAllowed:
        return JSONResponse({"error": 403}, 403)
    body = await request.body()
    setting = await current_setting(request, actor)
    read = partial(_read, body, actor, setting, received_at)
    try:
        skew, items = read() if len(body) <= SMALL else await run_in_threadpool(read)
    except Malformed:
        return JSONResponse({"error": "malformed"}, 400)
    verdicts = await _verdicts(writer_of(request), items)
    return JSONResponse(
        {
            "server_time": received_at.isoformat(),
            **(asdict(setting.seal) if setting.seal else {}),
            "skew_ms": round(skew.total_seconds() * 1000),
            "signed_out": actor.signed_out_at is not None,
            "verdicts": _named(items, verdicts, actor, language_of(request)),
        }
    )


router.add_route("/captures/sync", sync_captures, methods=["POST"])


def _read(
    body: bytes, actor: Actor, setting: Setting, received_at: datetime
) -> tuple[timedelta, list[Arrival | Refusal]]:
    batch, items = read_batch(body)
    skew = skew_of(batch, received_at)
    return skew, [
        item
        if isinstance(item, Refusal)
        else understood(item, actor, setting, received_at=received_at, skew=skew)
        for item in items
    ]


async def _verdicts(
    writer: Writer[Arrival, Verdict], items: Sequence[Arrival | Refusal]
) -> list[Verdict]:
    """What becomes of each, after the commit that all of them share."""
    handed_in = writer.submit([item for item in items if isinstance(item, Arrival)])
    results = await wait_for(wrap_future(handed_in), PATIENCE)
    written = iter(results)
    return [_refused(item) if isinstance(item, Refusal) else _said(next(written)) for item in items]


def _refused(refusal: Refusal) -> Verdict:
    return Verdict("refused", refusal.reason, refusal.field)


def _said(result: Verdict | Exception) -> Verdict:
    """What could not be written for a reason of ours stays on the phone, and is tried again."""
    return Verdict("refused", "unexpected") if isinstance(result, Exception) else result


def _named(
    items: Sequence[Arrival | Refusal],
    verdicts: Sequence[Verdict],
    actor: Actor,
    language: Language,
) -> list[dict[str, Any]]:
    """A phone that was signed out is told that we have its captures, and nothing of the leads."""
    if actor.signed_out_at:
        verdicts = [replace(verdict, lead=None) for verdict in verdicts]
    return [
        as_json(verdict, place, _capture_id(item), language)
        for place, (item, verdict) in enumerate(zip(items, verdicts, strict=True))
    ]


def _capture_id(item: Arrival | Refusal) -> str | None:
    return item.capture_id if isinstance(item, Refusal) else str(item.form.capture_id)
