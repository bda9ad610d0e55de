"""/outbox: what waits on this phone. The page comes without any lead; the phone fills it in."""

from fastapi import APIRouter
from fastapi.responses import Response

from app.accounts.current import Capturer
from app.web.offline import let_phone_keep, mark_of
from app.web.page import Page, language_of

router = APIRouter()


@router.get("/outbox")
def list_waiting(page: Page, actor: Capturer) -> Response:
    mark = mark_of(member=actor.name, role=actor.role, language=language_of(page.request).tag)
    answer = page("capture/outbox.html", nav="today", mark=mark)
    return let_phone_keep(answer, page.request, mark)
