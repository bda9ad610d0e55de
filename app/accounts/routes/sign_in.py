"""/sign-in, /sign-out: coming back with e-mail and password, and going."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from app.accounts.addresses import own_path
from app.accounts.current import (
    CurrentActor,
    CurrentSettings,
    DeviceName,
    Insecure,
    PossibleActor,
    PossibleSender,
    forget_sign_in,
    keep_signed_in,
)
from app.accounts.forms import SignInForm
from app.accounts.queries import member_with_email
from app.accounts.refusal import TooManyTries
from app.accounts.routes.proof import is_proven
from app.accounts.service import forget_tries, sign_in, sign_out
from app.accounts.throttle import sign_in_subjects
from app.kit.clock import now
from app.web.forms import Bound, bind
from app.web.language import N_
from app.web.page import Page, Renderer, forget_page, redirect_to, remembered_page
from app.web.session import CurrentDatabase, DbSession

router = APIRouter()

SentSignIn = Annotated[Bound[SignInForm], Depends(bind(SignInForm))]


@router.get("/sign-in")
def new_sign_in(
    page: Page, actor: PossibleActor, sender: PossibleSender, insecure: Insecure
) -> Response:
    if actor:
        return page.redirect("home")
    return _shown(page, Bound(), insecure=insecure, hands_in=sender is not None)


@router.post("/sign-in")
def create_sign_in(
    page: Page,
    form: SentSignIn,
    *,
    request: Request,
    database: CurrentDatabase,
    settings: CurrentSettings,
    actor: PossibleActor,
    device: DeviceName,
) -> Response:
    if form.value is None:
        return _shown(page, form, status=422)
    address = request.client.host if request.client else ""
    subjects = sign_in_subjects(form.value.email, address, settings.sign_in_tries)
    with database.reading() as session:
        member = member_with_email(session, form.value.email)
    stored = member.password_hash if member else None
    try:
        proven = is_proven(database, form.value.password, stored, subjects)
    except TooManyTries as problem:
        return _told_to_wait(page, form, problem.free_at)
    if member is None or not proven:
        wrong = page.say(N_("The e-mail address or the password is wrong."))
        return _shown(page, form.with_error("password", wrong), status=422)
    with database.writing() as session:
        forget_tries(session, list(subjects)[:1])  # the e-mail's, not the address's
        if actor:
            sign_out(session, actor)
        token = sign_in(session, member, device_name=device, days=settings.sign_in_days)
    return keep_signed_in(page.redirect("show_sign_in"), token, settings.sign_in_days)


def _told_to_wait(page: Renderer, form: Bound[SignInForm], free_at: datetime) -> Response:
    answer = _shown(page, form, status=429, free_at=free_at)
    answer.headers["Retry-After"] = str(max(1, round((free_at - now()).total_seconds())))
    return answer


def _shown(
    page: Renderer,
    form: Bound[SignInForm],
    *,
    status: int = 200,
    insecure: bool = False,
    free_at: datetime | None = None,
    hands_in: bool = False,
) -> Response:
    return page(
        "accounts/sign_in.html", status=status, form=form, insecure=insecure,
        free_at=free_at, hands_in=hands_in,
    )  # fmt: skip


@router.get("/sign-in/kept")
def show_sign_in(page: Page, actor: PossibleActor) -> Response:
    """Where a sign-in leads first: a browser that threw it away is told, not sent in circles."""
    if actor is None:
        return page("accounts/sign_in_lost.html")
    answer = redirect_to(own_path(remembered_page(page.request)) or "/")
    forget_page(answer)
    return answer


@router.post("/sign-out")
def delete_sign_in(page: Page, actor: CurrentActor, session: DbSession) -> Response:
    sign_out(session, actor)
    return forget_sign_in(page.redirect("new_sign_in", notice=page.say(N_("You are signed out."))))
