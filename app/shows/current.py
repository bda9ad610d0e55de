"""Where we are: the show a request is about."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.current import CurrentActor
from app.kit.clock import now
from app.shows.choosing import show_on
from app.shows.days import local_day
from app.shows.models import Show
from app.shows.queries import show_with_id, shows
from app.web.errors import NotFound
from app.web.session import DbSession

COOKIE = "show"


def show_at(session: Session, actor: Actor, at: datetime, wished: str = "") -> Show | None:
    """The show a member wished for, else the one that runs at this moment."""
    every = shows(session, actor)
    for show in every:
        if str(show.id) == wished:
            return show
    zone = every[0].time_zone if every else "UTC"
    return show_on(local_day(at, zone), every)


def possible_show(request: Request, actor: CurrentActor, session: DbSession) -> Show | None:
    wished = request.query_params.get("show") or request.cookies.get(COOKIE, "")
    return show_at(session, actor, now(), wished)


def named_show(show_id: UUID, actor: CurrentActor, session: DbSession) -> Show:
    """The show in the address; 404 where it is not the exhibitor's."""
    if show := show_with_id(session, actor, show_id):
        return show
    raise NotFound


PossibleShow = Annotated[Show | None, Depends(possible_show)]
NamedShow = Annotated[Show, Depends(named_show)]
