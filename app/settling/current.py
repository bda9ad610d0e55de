"""Which capture a person settles: their own, or anybody's where they may settle for all."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.accounts.current import Capturer
from app.capture.models import Capture
from app.capture.queries import capture_with_id
from app.web.errors import NotAllowed, NotFound
from app.web.session import DbSession


def named_capture(capture_id: UUID, actor: Capturer, session: DbSession) -> Capture:
    capture = capture_with_id(session, actor, capture_id)
    if capture is None:
        raise NotFound
    is_own = actor.member_id in (capture.member_id, capture.sent_by_id)
    if not (is_own or actor.can("settle_for_all")):
        raise NotAllowed
    return capture


NamedCapture = Annotated[Capture, Depends(named_capture)]
