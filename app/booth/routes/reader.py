"""Who reads a page about phones."""

from typing import Annotated

from fastapi import Depends, Request

from app.accounts.current import CurrentActor
from app.booth.words import Reader
from app.kit.clock import now
from app.shows.current import PossibleShow
from app.shows.days import zone_named
from app.web.assets import version
from app.web.page import language_of


def current_reader(request: Request, _: CurrentActor, show: PossibleShow) -> Reader:
    """At the clock of the show they work at."""
    zone = zone_named(show.time_zone if show else "UTC")
    return Reader(language_of(request), zone, now(), version())


CurrentReader = Annotated[Reader, Depends(current_reader)]
