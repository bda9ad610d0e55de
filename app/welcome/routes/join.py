"""/join: a phone has scanned a joining code: of somebody new, or of who is there already."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from app.accounts.browser import inside_app
from app.accounts.current import (
    CurrentSettings,
    DeviceName,
    Insecure,
    PossibleActor,
    keep_signed_in,
)
from app.accounts.forms import JoinForm
from app.accounts.joining import pasted_code
from app.accounts.refusal import NameTaken, Refused
from app.accounts.service import join, sign_out
from app.kit.clock import now
from app.web.forms import Bound, bind
from app.web.language import N_
from app.web.page import Page, Renderer
from app.web.session import CurrentDatabase
from app.welcome.queries import Invitation, invitation

router = APIRouter()

SentJoin = Annotated[Bound[JoinForm], Depends(bind(JoinForm))]


def named_invitation(code: str, database: CurrentDatabase) -> Invitation:
    with database.reading() as session:
        return invitation(session, code, now())


NamedInvitation = Annotated[Invitation, Depends(named_invitation)]


@router.get("/join")
def find_invitation(page: Page, code: str = "") -> Response:
    """A joining address that was pasted: an app on the home screen has no bar to put it in."""
    if secret := pasted_code(code):
        return page.redirect("new_member_by_code", code=secret)
    missing = page.say(N_("No code was found in what you pasted. Copy the whole address."))
    return page.redirect("new_sign_in", notice=missing)


@router.get("/join/{code}")
def new_member_by_code(
    page: Page,
    request: Request,
    invited: NamedInvitation,
    insecure: Insecure,
    *,
    settings: CurrentSettings,
    actor: PossibleActor,  # noqa: ARG001  (the page says who is in on this phone)
) -> Response:
    container = inside_app(request.headers.get("user-agent", ""))
    address = settings.origin + request.url.path
    if container and not request.query_params.get("here"):
        return page(
            "welcome/open_in_browser.html", container=container, address=address, invited=invited
        )
    return _shown(page, invited, Bound(), insecure=insecure)


@router.post("/join/{code}")
def create_member_by_code(
    page: Page,
    code: str,
    invited: NamedInvitation,
    form: SentJoin,
    *,
    actor: PossibleActor,
    database: CurrentDatabase,
    settings: CurrentSettings,
    device: DeviceName,
) -> Response:
    if invited.closed or not (form.value or invited.member):
        return _shown(page, invited, form, status=422)
    days = settings.sign_in_days
    try:
        with database.writing() as session:
            if actor:
                sign_out(session, actor)
            member, token = join(session, code, form.value, device_name=device, days=days)
    except Refused as problem:
        return _refused(page, named_invitation(code, database), form, problem)
    welcome = N_("Welcome, %(name)s. Add this page to your home screen to find it again.")
    hint = page.say(welcome, name=member.name)
    come_in = page.redirect("home" if invited.member else "new_capture", notice=hint)
    return keep_signed_in(come_in, token, days)


def _refused(
    page: Renderer, invited: Invitation, form: Bound[JoinForm], problem: Refused
) -> Response:
    refused = form.with_error(problem.field, page.say(problem.message))
    return _shown(page, invited, refused, status=422, name_taken=isinstance(problem, NameTaken))


def _shown(
    page: Renderer,
    invited: Invitation,
    form: Bound[JoinForm],
    *,
    status: int = 200,
    insecure: bool = False,
    name_taken: bool = False,
) -> Response:
    if invited.closed:
        return page("welcome/join_closed.html", status=410, invited=invited)
    return page(
        "welcome/pair.html" if invited.member else "welcome/join.html",
        status=status, invited=invited, form=form, insecure=insecure, name_taken=name_taken,
    )  # fmt: skip
