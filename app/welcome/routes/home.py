"""/ and /more: where everybody begins, and everything that is not on the tabs."""

from fastapi import APIRouter
from fastapi.responses import Response

from app.accounts.current import CurrentActor, PossibleActor
from app.accounts.queries import any_exhibitor, member_with_id
from app.accounts.roles import Role
from app.capture.queries import count_unsettled
from app.shows.queries import shows
from app.web.page import Page
from app.web.session import DbSession

router = APIRouter()


@router.get("/")
def home(page: Page, actor: PossibleActor, session: DbSession) -> Response:
    if actor:
        return page.redirect("list_leads" if actor.role == Role.SALES else "new_capture")
    return page.redirect("new_sign_in" if any_exhibitor(session) else "show_setup")


@router.get("/more")
def show_more(page: Page, actor: CurrentActor, session: DbSession) -> Response:
    has_demo = any(show.is_demo for show in shows(session, actor))
    myself = member_with_id(session, actor, actor.member_id)
    has_password = bool(myself and myself.password_hash)
    return page(
        "welcome/more.html",
        nav="more",
        has_demo=has_demo,
        has_password=has_password,
        unsettled=count_unsettled(session, actor),
    )
