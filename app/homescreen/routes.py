"""/service-worker.js, /manifest.webmanifest, /offline: opening without a network."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from app.homescreen.manifest import manifest_in
from app.homescreen.worker import worker_script
from app.web import assets
from app.web.errors import NotFound
from app.web.language import LANGUAGES, Language
from app.web.page import Page

router = APIRouter()

KEPT_PAGES = ("/captures/new", "/outbox")
ASKED_ANEW = {"Cache-Control": "no-cache"}


@router.get("/service-worker.js")
def show_worker() -> Response:
    offline = {tag: f"/offline/{tag}" for tag in LANGUAGES}
    script = worker_script(
        assets.version(),
        assets.asset("offline/worker/work.js"),
        files=[*assets.kept_assets(), *offline.values()],
        pages=KEPT_PAGES,
        offline=offline,
    )
    return Response(script, media_type="text/javascript", headers=ASKED_ANEW)


@router.get("/manifest.webmanifest")
def show_manifest(language: str = "en") -> Response:
    """The browser asks without a cookie: the page that names it says in which language."""
    return JSONResponse(
        manifest_in(Language.named(language), assets.asset),
        media_type="application/manifest+json",
        headers=ASKED_ANEW,
    )


@router.get("/offline/{language}")
def show_offline(page: Page, language: str) -> Response:
    """Kept by phones, and shown in place of any page that does not come."""
    if language not in LANGUAGES:
        raise NotFound
    page.request.state.language = language
    answer = page("errors/offline.html")
    answer.headers[assets.VERSION] = assets.version()
    return answer
