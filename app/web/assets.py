"""Static files under an address that changes with their content, so that browsers keep them."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app.config import ROOT
from app.web.lean import COMMENTS, lean

STATIC = ROOT / "static"
# Every page's styles in the order of their layers: one file for a browser, many for us.
SHEETS = (
    "base/tokens.css",
    "base/base.css",
    "base/layout.css",
    "base/motion.css",
    "components/button.css",
    "components/field.css",
    "components/choice.css",
    "components/sheet.css",
    "components/tag.css",
    "components/card.css",
    "components/list.css",
    "components/timeline.css",
)
JOINED = "showfloor.css"
FOR_EVER = "public, max-age=31536000, immutable"
VERSION = "Showfloor-Version"  # by this header a phone tells our answers from a captive portal's
SPRITE, FIRST_SPRITE = "vendor/lucide.svg", "vendor/lucide-first.svg"
KEPT_KINDS = (".js", ".css", ".svg", ".wasm")


@cache
def version() -> str:
    """One fingerprint of all static files: modules import each other by relative address."""
    digest = sha256()
    for file in sorted(path for path in STATIC.rglob("*") if path.is_file()):
        digest.update(file.relative_to(STATIC).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def asset(path: str) -> str:
    """The address of a static file: asset("base/page.js")."""
    return f"/static/{version()}/{path}"


def kept_assets() -> list[str]:
    """The addresses a phone keeps of this version: whatever a page may load, now or later."""
    files = sorted(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.*"))
    kept = [file for file in files if file.endswith(KEPT_KINDS) and file not in SHEETS]
    return [asset(file) for file in (JOINED, *kept)]


@cache
def joined_styles() -> str:
    """The styles of every page: a dozen small files compress worse than one, and ask more often."""
    return "\n".join(lean((STATIC / sheet).read_text("utf-8"), ".css") for sheet in SHEETS)


@cache
def first_icons() -> frozenset[str]:
    """The icons of the capture screen: a sprite of their own is a fourth of the whole one."""
    return frozenset(
        re.findall(r'<symbol id="([^"]+)"', (STATIC / FIRST_SPRITE).read_text("utf-8"))
    )


def icon_address(name: str) -> str:
    return f"{asset(FIRST_SPRITE if name in first_icons() else SPRITE)}#{name}"


@cache
def _lean_file(path: Path) -> str:
    return lean(path.read_text("utf-8"), path.suffix)


class VersionedFiles(StaticFiles):
    """Serves /static/VERSION/PATH. Any version is answered with the file as it is now."""

    def __init__(self) -> None:
        super().__init__(directory=STATIC)

    async def get_response(self, path: str, scope: Scope) -> Response:
        asked, _, file = path.partition("/")
        if file == JOINED:
            response: Response = Response(joined_styles(), media_type="text/css")
        else:
            response = _slimmed(await super().get_response(file, scope))
        response.headers[VERSION] = version()
        if asked == version():
            response.headers["Cache-Control"] = FOR_EVER
        return response


def _slimmed(response: Response) -> Response:
    """Our own scripts and styles travel lean; what others made travels as they made it."""
    if not isinstance(response, FileResponse):
        return response
    path = Path(response.path)
    if path.suffix not in COMMENTS or "vendor" in path.parts:
        return response
    return Response(_lean_file(path), media_type=response.media_type)
