"""How handlers ask for what they need."""

from collections.abc import Iterator

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts

from app.accounts.current import possible_actor
from app.config import Settings
from app.main import create_app
from app.web.session import open_session

FOUND = [found.original_route for found in iter_route_contexts(create_app(Settings()).routes)]
WRITES = [
    found for found in FOUND if isinstance(found, APIRoute) and "POST" in (found.methods or ())
]


def calls(dependant: Dependant) -> Iterator[object]:
    """What is called for a request, in its order: what a dependency needs comes before it."""
    for needed in dependant.dependencies:
        yield from calls(needed)
    yield dependant.call


def is_form(call: object) -> bool:
    return getattr(call, "__qualname__", "").startswith("bind.")


def test_there_are_handlers_to_look_at() -> None:
    assert len(WRITES) > 20


@pytest.mark.parametrize("route", WRITES, ids=lambda route: route.name)
def test_a_write_begins_when_form_and_member_are_at_hand(route: APIRoute) -> None:
    """A writing session holds the only turn to write. A slow body read after it would make
    everybody wait; the look-up of the member, which may note when a phone was seen, itself."""
    order = list(calls(route.dependant))
    begun = order.index(open_session) if open_session in order else len(order)

    late = [call for call in order[begun:] if call is possible_actor or is_form(call)]

    assert not [call for call in late if call not in order[:begun]]
