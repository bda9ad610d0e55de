"""/captures/unsettled: all that needs a person's word; one's own, or the whole team's."""

from fastapi import APIRouter
from fastapi.responses import Response

from app.accounts.current import Capturer
from app.accounts.queries import everybody
from app.capture.queries import unsettled_captures, unsettled_conflicts
from app.settling.listing import waiting
from app.shows.current import PossibleShow
from app.shows.days import zone_named
from app.web.page import Page, language_of
from app.web.session import DbSession

router = APIRouter()


@router.get("/captures/unsettled")
def list_unsettled(page: Page, actor: Capturer, show: PossibleShow, session: DbSession) -> Response:
    members = {member.id: member.name for member in everybody(session, actor)}
    spoken = language_of(page.request)
    return page(
        "settling/list.html",
        nav="today",
        zone=zone_named(show.time_zone if show else ""),
        conflicts=[waiting(each, members, spoken) for each in unsettled_conflicts(session, actor)],
        parked=[waiting(each, members, spoken) for each in unsettled_captures(session, actor)],
    )
