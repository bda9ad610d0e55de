"""The door: the one page that a phone opens before it trusts this laptop."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response

from app.accounts.browser import inside_app
from app.accounts.joining import picture_of
from app.lan.authority import fingerprint, name_of
from app.lan.laptop import Laptop
from app.lan.profile import CERTIFICATE, PROFILE, certificate_of, profile_of
from app.lan.ways import ways_from
from app.web.language import N_
from app.web.page import Page
from app.web.security import CONTENT_SECURITY_POLICY

DESCRIPTION = N_(
    "Lets this phone trust the laptop of the booth, at addresses of private networks only. "
    "Remove it after the show."
)

router = APIRouter()


def current_laptop(request: Request) -> Laptop:
    laptop: Laptop = request.app.state.laptop
    return laptop


def speak(request: Request) -> None:
    """The language that was tapped; the door keeps no cookie."""
    request.state.language = request.query_params.get("language")


CurrentLaptop = Annotated[Laptop, Depends(current_laptop)]


@router.get("/", dependencies=[Depends(speak)])
def show_trust(page: Page, request: Request, laptop: CurrentLaptop) -> Response:
    agent = request.headers.get("user-agent", "")
    origin = laptop.origin_at(request.url.hostname or "")
    shown = page(
        "lan/trust.html", laptop=laptop, origin=origin, ways=ways_from(agent),
        container=inside_app(agent), authority=name_of(laptop.authority),
        pairs=fingerprint(laptop.authority).split(), picture=picture_of(laptop.door),
    )  # fmt: skip
    asks = f"connect-src 'self' {origin}"  # whether the phone trusts it by now
    shown.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY.replace(
        "connect-src 'self'", asks
    )
    return shown


@router.get("/showfloor.crt")
def show_certificate(laptop: CurrentLaptop) -> Response:
    kept_as = {"Content-Disposition": 'attachment; filename="showfloor.crt"'}
    return Response(certificate_of(laptop.authority), media_type=CERTIFICATE, headers=kept_as)


@router.get("/showfloor.mobileconfig", dependencies=[Depends(speak)])
def show_profile(page: Page, laptop: CurrentLaptop) -> Response:
    """Not as a file to keep: Safari hands it to the settings by itself."""
    return Response(profile_of(laptop.authority, page.say(DESCRIPTION)), media_type=PROFILE)


@router.get("/{path:path}")
def show_the_way(path: str) -> Response:  # noqa: ARG001  (whatever was asked for)
    """All else is behind the trust."""
    return RedirectResponse("/", status_code=303)
