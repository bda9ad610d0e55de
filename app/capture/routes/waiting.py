"""/outbox: what waits on this phone. The page comes without any lead; the phone fills it in."""

from fastapi import APIRouter
from fastapi.responses import Response

from app.accounts.current import Capturer
from app.web.page import Page

router = APIRouter()


@router.get("/outbox")
def list_waiting(page: Page, _: Capturer) -> Response:
    return page("capture/outbox.html", nav="today")
