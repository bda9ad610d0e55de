"""POST /devices/report: a phone says what it holds."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response
from pydantic import ValidationError

from app.accounts.current import Sender
from app.booth.forms import ReportForm
from app.booth.service import keep_report
from app.kit.clock import now
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
    skew = (at - form.device_time).total_seconds()
    return JSONResponse(
        {
            "server_time": at.isoformat(),
            "skew_ms": round(skew * 1000),
            "signed_out": sender.signed_out_at is not None,
            "is_done": is_done,
        }
    )
