"""POST /captures/sync: the one path in."""

from asyncio import sleep, wait_for, wrap_future
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response

from app.accounts.actor import Actor
from app.accounts.current import sender_of
from app.capture.arrival import Arrival, understood
from app.capture.batch import Malformed, Refusal, Sent, read_batch, skew_of
from app.capture.current import current_setting, writer_of
from app.capture.forms import BatchForm
from app.capture.packing import is_packed
from app.capture.verdict import Verdict, as_json
from app.db import Writer
from app.kit.clock import now
from app.web.errors import NotAllowed, SignInNeeded
from app.web.language import Language
from app.web.page import language_of

router = APIRouter()
PATIENCE = 30.0
USUAL = 256 * 1024  # a longer body is read in a thread, so that others are answered meanwhile
USUAL_PACKED = USUAL // 16
AT_A_TIME = 10


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
    try:
        batch, items = await _read(body)
    except Malformed:
        return JSONResponse({"error": "malformed"}, 400)
    skew = skew_of(batch, received_at)
    understand = partial(
        understood, actor=actor, setting=setting, received_at=received_at, skew=skew
    )
    arrivals = await _understood(items, understand)
    verdicts = await _verdicts(writer_of(request), arrivals)
    return JSONResponse(
        {
            "server_time": received_at.isoformat(),
            **(asdict(setting.seal) if setting.seal else {}),
            "skew_ms": round(skew.total_seconds() * 1000),
            "signed_out": actor.signed_out_at is not None,
            "verdicts": _named(arrivals, verdicts, actor, language_of(request)),
        }
    )


router.add_route("/captures/sync", sync_captures, methods=["POST"])


async def _read(body: bytes) -> tuple[BatchForm, list[Sent | Refusal]]:
    if len(body) <= (USUAL_PACKED if is_packed(body) else USUAL):
        return read_batch(body)
    return await run_in_threadpool(read_batch, body)


async def _understood(
    items: Sequence[Sent | Refusal], understand: Callable[[Sent], Arrival]
) -> list[Arrival | Refusal]:
    """Threads would stand in the writer's way, so this one does it, and lets others in between."""
    arrivals: list[Arrival | Refusal] = []
    for place, item in enumerate(items, 1):
        arrivals.append(item if isinstance(item, Refusal) else understand(item))
        if place % AT_A_TIME == 0:
            await sleep(0)
    return arrivals


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
