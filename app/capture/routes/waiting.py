"""/outbox: what waits on this phone. The page comes without any lead; the phone fills it in."""

from base64 import b64encode

from fastapi import APIRouter
from fastapi.responses import Response

from app.accounts.current import Capturer, CurrentSeal
from app.web.offline import let_phone_keep, mark_of
from app.web.page import Page, language_of

router = APIRouter()


@router.get("/outbox")
def list_waiting(page: Page, actor: Capturer, seal: CurrentSeal) -> Response:
    key = b64encode(seal.public_key).decode()
    rescue = {"exhibitor_id": str(actor.exhibitor_id), "sealing_key": key}
    language = language_of(page.request).tag
    mark = mark_of(member=actor.name, role=actor.role, language=language, rescue=rescue)
    answer = page("capture/outbox.html", nav="today", mark=mark, rescue=rescue)
    return let_phone_keep(answer, page.request, mark)
