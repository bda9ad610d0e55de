"""Who is asking: dependencies for handlers."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import Response

from app.accounts.actor import Actor
from app.accounts.queries import actor_signed_in
from app.accounts.roles import Permission
from app.accounts.secrets import hashed_token
from app.kit.clock import now
from app.web.errors import NotAllowed, SignInNeeded
from app.web.session import CurrentDatabase

COOKIE = "sign_in"


def possible_actor(request: Request, database: CurrentDatabase) -> Actor | None:
    """The member signed in on this browser, if any."""
    token = request.cookies.get(COOKIE)
    if not token:
        return None
    with database.reading() as session:
        request.state.actor = actor_signed_in(session, hashed_token(token), now())
    actor: Actor | None = request.state.actor
    return actor


def current_actor(actor: Annotated[Actor | None, Depends(possible_actor)]) -> Actor:
    if actor is None:
        raise SignInNeeded
    return actor


PossibleActor = Annotated[Actor | None, Depends(possible_actor)]
CurrentActor = Annotated[Actor, Depends(current_actor)]


def allowed(permission: Permission) -> Callable[[Actor], Actor]:
    """A dependency for who is asking, where their role has the permission; 403 otherwise."""

    def actor_allowed(actor: CurrentActor) -> Actor:
        if not actor.can(permission):
            raise NotAllowed
        return actor

    return actor_allowed


Capturer = Annotated[Actor, Depends(allowed(Permission.CAPTURE))]
LeadReader = Annotated[Actor, Depends(allowed(Permission.SEE_LEADS))]
LeadEditor = Annotated[Actor, Depends(allowed(Permission.EDIT_LEADS))]
LeadMerger = Annotated[Actor, Depends(allowed(Permission.MERGE_LEADS))]
LeadExporter = Annotated[Actor, Depends(allowed(Permission.EXPORT_LEADS))]
ShowKeeper = Annotated[Actor, Depends(allowed(Permission.SET_UP_SHOWS))]
Inviter = Annotated[Actor, Depends(allowed(Permission.INVITE))]


def keep_signed_in(response: Response, token: str, days: int) -> Response:
    response.set_cookie(
        COOKIE, token, max_age=days * 86400, httponly=True, secure=True, samesite="lax", path="/"
    )
    return response


def forget_sign_in(response: Response) -> Response:
    response.delete_cookie(COOKIE, httponly=True, secure=True, samesite="lax", path="/")
    return response
