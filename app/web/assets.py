"""Static files under an address that changes with their content, so that browsers keep them."""

from functools import cache
from hashlib import sha256

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app.config import ROOT

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
    return "\n".join((STATIC / sheet).read_text("utf-8") for sheet in SHEETS)


class VersionedFiles(StaticFiles):
    """Serves /static/VERSION/PATH. Any version is answered with the file as it is now."""

    def __init__(self) -> None:
        super().__init__(directory=STATIC)

    async def get_response(self, path: str, scope: Scope) -> Response:
        asked, _, file = path.partition("/")
        if file == JOINED:
            response: Response = Response(joined_styles(), media_type="text/css")
        else:
            response = await super().get_response(file, scope)
        response.headers[VERSION] = version()
        if asked == version():
            response.headers["Cache-Control"] = FOR_EVER
        return response
