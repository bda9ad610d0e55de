"""POST /devices/report: a phone says what it holds."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response
from pydantic import ValidationError
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.current import Sender
from app.accounts.roles import Permission
from app.booth.drain import drain_of
from app.booth.forms import ReportForm
from app.booth.queries import phones
from app.booth.service import keep_report
from app.kit.clock import now
from app.shows.queries import shows
from app.web.session import CurrentDatabase

router = APIRouter()


async def sent_report(request: Request) -> ReportForm | None:
    try:
        return ReportForm.model_validate_json(await request.body())
    except ValidationError:
        return None


@router.post("/devices/report")
def create_report(
    sender: Sender,
    form: Annotated[ReportForm | None, Depends(sent_report)],
    database: CurrentDatabase,
) -> Response:
    """Answers with the server's time, so that a phone learns of its clock without a capture."""
    at = now()
    if form is None or sender.device_id is None:
        return JSONResponse({"error": "malformed"}, 400)
    with database.writing() as session:
        is_done = keep_report(session, sender, form, at)
        alarm = _alarm(session, sender, at)
    skew = (at - form.device_time).total_seconds()
    return JSONResponse(
        {
            "server_time": at.isoformat(),
            "skew_ms": round(skew * 1000),
            "signed_out": sender.signed_out_at is not None,
            "is_done": is_done,
            "alarm": alarm,
        }
    )


def _alarm(session: Session, sender: Actor, at: datetime) -> int:
    """How many phones a manager should see to; none of anybody else's business."""
    if sender.signed_out_at or not sender.can(Permission.INVITE):
        return 0
    return len(drain_of(phones(session, sender, at), shows(session, sender), at).alarming)
