"""POST /captures/sync: the one path in."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from app.accounts.actor import Actor
from app.accounts.current import Sender
from app.capture.arrival import understood
from app.capture.batch import Malformed, Refusal, Sent, read_batch, skew_of
from app.capture.current import CurrentSetting, CurrentWriter, RawBody
from app.capture.verdict import Verdict, as_json
from app.kit.clock import now
from app.web.language import Language
from app.web.page import language_of

router = APIRouter()
PATIENCE = 30.0


@router.post("/captures/sync")
def sync_captures(
    request: Request, actor: Sender, setting: CurrentSetting, writer: CurrentWriter, body: RawBody
) -> Response:
    """Take a batch. Every answer 200 names each capture with its verdict, after the commit."""
    received_at = now()
    try:
        batch, items = read_batch(body)
    except Malformed:
        return JSONResponse({"error": "malformed"}, 400)
    skew = skew_of(batch, received_at)
    arrivals = [
        understood(item, actor, setting, received_at=received_at, skew=skew)
        for item in items
        if isinstance(item, Sent)
    ]
    written = iter(writer.submit(arrivals).result(PATIENCE))
    verdicts = [
        _refused(item) if isinstance(item, Refusal) else _said(next(written)) for item in items
    ]
    return JSONResponse(
        {
            "server_time": received_at.isoformat(),
            **(asdict(setting.seal) if setting.seal else {}),
            "skew_ms": round(skew.total_seconds() * 1000),
            "signed_out": actor.signed_out_at is not None,
            "verdicts": _named(items, verdicts, actor, language_of(request)),
        }
    )


def _refused(refusal: Refusal) -> Verdict:
    return Verdict("refused", refusal.reason, refusal.field)


def _said(result: Verdict | Exception) -> Verdict:
    """What could not be written for a reason of ours stays on the phone, and is tried again."""
    return Verdict("refused", "unexpected") if isinstance(result, Exception) else result


def _named(
    items: Sequence[Sent | Refusal],
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


def _capture_id(item: Sent | Refusal) -> str | None:
    return item.capture_id if isinstance(item, Refusal) else str(item.form.capture_id)
