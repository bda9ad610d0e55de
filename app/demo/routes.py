"""/demo: the demo show, loaded and removed in one click."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.accounts.actor import Actor
from app.accounts.current import PossibleActor, ShowKeeper, forget_sign_in, keep_signed_in
from app.accounts.queries import actor_signed_in, any_exhibitor, take_turns
from app.accounts.secrets import hashed_token
from app.accounts.service import sign_in
from app.config import Settings
from app.demo.queries import demo_show
from app.demo.service import found_demo_exhibitor, load_demo, remove_demo
from app.kit.clock import now
from app.web.errors import NotAllowed, SignInNeeded
from app.web.page import Page, language_of
from app.web.session import DbSession

router = APIRouter()


@router.post("/demo")
def create_demo(request: Request, page: Page, actor: PossibleActor, session: DbSession) -> Response:
    """Before anything is set up anybody may; afterwards those who set up shows."""
    language = language_of(request).tag
    take_turns(session, "set-up")
    if actor is None and any_exhibitor(session):
        raise SignInNeeded
    if actor is not None:
        _check(actor)
        if demo_show(session, actor) is None:
            load_demo(session, actor, language)
        return page.redirect("list_leads", notice=page.say("The demo show is loaded."))
    settings: Settings = request.app.state.settings
    owner = found_demo_exhibitor(session, language)
    token = sign_in(session, owner, device_name="Demo", days=settings.sign_in_days)
    session.flush()  # the actor is read back
    signed_in = actor_signed_in(session, hashed_token(token), now())
    assert signed_in
    load_demo(session, signed_in, language)
    response = page.redirect("list_leads", notice=page.say("The demo show is loaded."))
    return keep_signed_in(response, token, settings.sign_in_days)


def _check(actor: Actor) -> None:
    if not actor.can("set_up_shows"):
        raise NotAllowed


@router.post("/demo/removal")
def delete_demo(page: Page, actor: ShowKeeper, session: DbSession) -> Response:
    if remove_demo(session, actor):
        return forget_sign_in(page.redirect("home"))
    return page.redirect("list_shows", notice=page.say("The demo show is gone."))
