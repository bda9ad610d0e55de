"""Where we are: the show a request is about."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from fastapi.responses import Response
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.current import CurrentActor, ShowKeeper
from app.kit.clock import now
from app.shows.choosing import show_on
from app.shows.days import local_day
from app.shows.models import Chip, Product, Show
from app.shows.queries import chip_with_id, product_with_id, show_with_id, shows
from app.web.errors import NotFound
from app.web.session import DbSession

COOKIE = "show"
A_YEAR = 365 * 86400


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


def kept_show(show_id: UUID, request: Request, keeper: ShowKeeper, session: DbSession) -> Show:
    """The show in the address, for members who may set it up; 403 for others.

    While one sets it up the next waits: two at once would each see room for what is there once.
    """
    if show := show_with_id(session, keeper, show_id, for_update=request.method != "GET"):
        return show
    raise NotFound


KeptShow = Annotated[Show, Depends(kept_show)]


def kept_chip(chip_id: UUID, actor: CurrentActor, session: DbSession, show: KeptShow) -> Chip:
    if chip := chip_with_id(session, actor, show, chip_id):
        return chip
    raise NotFound


def kept_product(
    product_id: UUID, actor: CurrentActor, session: DbSession, show: KeptShow
) -> Product:
    if product := product_with_id(session, actor, show, product_id):
        return product
    raise NotFound


KeptChip = Annotated[Chip, Depends(kept_chip)]
KeptProduct = Annotated[Product, Depends(kept_product)]


def keep_choice(response: Response, show: Show) -> Response:
    """This browser works at the show from now on."""
    response.set_cookie(
        COOKIE, str(show.id), max_age=A_YEAR, httponly=True, secure=True, samesite="lax", path="/"
    )
    return response
