"""Every page a person can look at: the app's own addresses that show one."""

from typing import NamedTuple

from app.config import Settings
from app.main import create_app
from tests import cast, samples
from tests.architecture.addresses import addresses_of
from tests.cast import Person

# Addresses that are asked with GET and show no page.
NO_PAGES = (
    "/health",
    "/exports/",
    "/captures/{capture_id}/photos/",
    "/service-worker.js",
    "/manifest.webmanifest",
    "/offline/",
    "/devices/alarm",
    "/devices/drain",
    "/captures/{capture_id}/photos/",
    "/shows/{show_id}/directory/copy",
)

# What one sees before one is somebody.
SIGNED_OUT = ("/sign-in", "/join/")

# Seen once, before anything is there.
BEFORE_EVERYTHING = "/setup"


class Shown(NamedTuple):
    """A page with who looks at it."""

    path: str
    person: Person | None
    bare: bool = False
    status: int = 200

    def __str__(self) -> str:
        return self.path


def _pages() -> list[Shown]:
    asked = [address for address in addresses_of(create_app(Settings())) if address.method == "GET"]
    return [
        Shown(
            address.filled,
            None if address.path.startswith((*SIGNED_OUT, BEFORE_EVERYTHING)) else cast.HANA,
            address.path == BEFORE_EVERYTHING,
        )
        for address in asked
        if not address.path.startswith(NO_PAGES)
    ]


PAGES = [
    *_pages(),
    Shown("/patterns", cast.HANA),
    Shown(f"/captures/{samples.PARKED}/settlement", cast.SAM),
    Shown(f"/join/{samples.PAIR_SECRET}", None),
    Shown("/nothing-is-here", cast.HANA, status=404),
]
