"""Every address the app answers at, with the ids in it filled from what Kogyo has."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.routing import Mount

from tests import cast, samples

# What stands before an id says whose id it is: /leads/{id} is a lead's.
OF_KOGYO: dict[str, UUID | str] = {
    "captures": samples.CAPTURE,
    "chips": cast.CHIPS["demo"],
    "devices": cast.SAM.device_id,
    "follow-ups": samples.FOLLOW_UP,
    "interactions": samples.INTERACTION,
    "join": samples.JOIN_SECRET,
    "join-codes": samples.JOIN_CODE,
    "leads": samples.LEAD,
    "members": cast.SAM.member_id,
    "merges": samples.MERGE,
    "offline": "en",
    "photos": samples.PHOTO,
    "products": cast.XT200,
    "qualifiers": cast.ROLE_QUESTION,
    "shows": cast.CANTON,
}

# What must be sent to be understood at all; elsewhere an empty form is asked for again.
BODIES = {
    "/leads/{lead_id}/differences": {"other_id": str(samples.OTHER)},
    "/leads/{lead_id}/merge": {"other_id": str(samples.OTHER)},
}


class Address(NamedTuple):
    """A method and a path as a router declares it: GET /leads/{lead_id}."""

    method: str
    path: str

    @property
    def filled(self) -> str:
        return re.sub(
            r"([^/]+)/\{[^}]+\}", lambda part: f"{part[1]}/{OF_KOGYO[part[1]]}", self.path
        )


def addresses_of(app: FastAPI) -> Iterator[Address]:
    for route in iter_route_contexts(app.routes):
        if not isinstance(route.original_route, Mount):
            for method in sorted(route.methods or set()):
                if method != "HEAD":
                    yield Address(method, str(route.path))
