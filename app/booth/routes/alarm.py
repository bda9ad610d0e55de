"""/devices/alarm and /devices/drain: what managers are told on their other pages."""

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from app.accounts.current import Inviter
from app.booth.drain import Drain, drain_of
from app.booth.queries import phones
from app.booth.routes.reader import CurrentReader
from app.booth.words import alarm_in_words, drain_in_words
from app.kit.clock import now
from app.shows.queries import shows
from app.web.page import Page
from app.web.session import DbSession

router = APIRouter()


def current_drain(actor: Inviter, session: DbSession) -> Drain:
    at = now()
    return drain_of(phones(session, actor, at), shows(session, actor), at)


CurrentDrain = Annotated[Drain, Depends(current_drain)]


@router.get("/devices/alarm")
def show_alarm(page: Page, drain: CurrentDrain) -> Response:
    """How many phones somebody should see to, for the menu."""
    return page("booth/alarm.html", count=len(drain.alarming))


@router.get("/devices/drain")
def show_drain(page: Page, drain: CurrentDrain, reader: CurrentReader) -> Response:
    """What waits for too long; when a show ends, whether all phones are drained."""
    news = drain_in_words(drain, reader) if drain.closing else alarm_in_words(drain, reader)
    return page("booth/drain.html", news=news, drain=drain)
