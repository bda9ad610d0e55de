"""/captures/missing and /captures/copies: what phones give back after an older backup came back."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import ValidationError

from app.accounts.current import Capturer, CurrentSeal
from app.accounts.models import ExhibitorSeal
from app.capture.arrival import understood
from app.capture.batch import Refusal
from app.capture.copies import Copy, read_copies
from app.capture.current import CurrentSetting, CurrentWriter, RawBody
from app.capture.forms import CopiesForm, HeldForm
from app.capture.queries import captures_missing
from app.capture.setting import Seal
from app.capture.verdict import Verdict, as_json
from app.kit.clock import now
from app.web.page import language_of
from app.web.session import CurrentDatabase

router = APIRouter()
PATIENCE = 30.0


@router.post("/captures/missing")
def list_missing_captures(
    actor: Capturer, seal: CurrentSeal, database: CurrentDatabase, body: RawBody
) -> Response:
    """Which of the captures that a phone has had acknowledged are not here. Reads only."""
    try:
        form = HeldForm.model_validate_json(body)
    except ValidationError:
        return JSONResponse({"error": "malformed"}, 400)
    with database.reading() as session:
        missing = captures_missing(session, actor, form.capture_ids)
    return JSONResponse({**_life(seal), "missing": [str(each) for each in missing]})


@router.post("/captures/copies")
def create_captures_of_copies(
    request: Request,
    actor: Capturer,
    setting: CurrentSetting,
    writer: CurrentWriter,
    *,
    seal: CurrentSeal,
    body: RawBody,
) -> Response:
    """Open what a phone had sealed, and record it as any capture; a verdict for each."""
    received_at = now()
    try:
        form = CopiesForm.model_validate_json(body)
    except ValidationError:
        return JSONResponse({"error": "malformed"}, 400)
    items = read_copies(form.copies, seal.private_key, received_at)
    arrivals = [
        understood(item.sent, actor, setting, received_at=received_at, skew=item.skew)
        for item in items
        if isinstance(item, Copy)
    ]
    written = iter(writer.submit(arrivals).result(PATIENCE))
    verdicts = [
        as_json(_verdict(item, written), place, str(copy.capture_id), language_of(request))
        for place, (copy, item) in enumerate(zip(form.copies, items, strict=True))
    ]
    return JSONResponse({**_life(seal), "verdicts": verdicts})


def _verdict(item: Copy | Refusal, written: Iterator[Verdict | Exception]) -> Verdict:
    if isinstance(item, Refusal):
        return Verdict("refused", item.reason, item.field)
    result = next(written)
    return Verdict("refused", "unexpected") if isinstance(result, Exception) else result


def _life(seal: ExhibitorSeal) -> dict[str, Any]:
    return asdict(Seal.of(seal.public_key, seal.generation))
