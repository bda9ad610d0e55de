"""Rendering: a whole page, or one block of it where htmx asks for a part."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import cache
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2_fragments import render_block

from app.config import ROOT
from app.kit.clock import now
from app.web import language
from app.web.assets import asset, icon_address

NOTICE = "notice"
CAME_FOR = "came_for"


@cache
def environment() -> Environment:
    """The one Jinja environment. Its texts ask the ContextVar of `language` when they are shown."""
    made = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    made.install_gettext_callables(language.gettext, language.ngettext, newstyle=False)  # type: ignore[attr-defined]
    made.globals.update(
        _=language.gettext,
        gettext=language.gettext,
        ngettext=language.ngettext,
        asset=asset,
        icon_address=icon_address,
        languages=language.NAMES,
    )
    made.filters.update(
        day=lambda on: language.current().day(on),
        days_of=lambda span: language.current().days(span.starts_on, span.ends_on),
        weekday=lambda on: language.current().weekday(on),
        time=lambda at, zone: language.current().time(at, zone),
        moment=lambda at, zone: language.current().moment(at, zone),
        ago=lambda at: language.current().ago(at, now()),
        figure=lambda number: language.current().figure(number),
    )
    return made


def language_of(request: Request) -> language.Language:
    """The language to answer this request in; a page may put one into `request.state.language`."""
    actor = getattr(request.state, "actor", None)
    return language.chosen(
        member=actor.language if actor else getattr(request.state, "language", None),
        cookie=request.cookies.get(language.COOKIE),
        header=request.headers.get("accept-language", ""),
    )


class Renderer:
    """Answers one request with a template."""

    def __init__(self, request: Request) -> None:
        self.request = request

    def __call__(
        self, template: str, block: str | None = None, *, status: int = 200, **context: Any
    ) -> Response:
        """The page `template`, or only its `block` for an htmx request that swaps a part."""
        partial = block is not None and self.request.headers.get("hx-request-type") == "partial"
        with language.speaking(language_of(self.request)):
            html = self._html(template, block if partial else None, context)
        response = HTMLResponse(html, status, headers={"Vary": "HX-Request-Type"})
        if self.request.cookies.get(NOTICE) and not partial:
            response.delete_cookie(NOTICE)
        return response

    def _html(self, template: str, block: str | None, context: dict[str, Any]) -> str:
        values = {**self._always(), **context}
        if block is None:
            return environment().get_template(template).render(values)
        return render_block(environment(), template, block, values)

    def _always(self) -> dict[str, Any]:
        return {
            "request": self.request,
            "url_for": self._path_for,
            "actor": getattr(self.request.state, "actor", None),
            "language": language.current().tag,
            "notice": _read_notice(self.request.cookies.get(NOTICE, "")),
            "nav": "",
            "show": None,
        }

    def _path_for(self, name: str, **params: Any) -> str:
        return str(self.request.app.url_path_for(name, **params))

    def redirect(self, name: str, *, notice: str = "", query: str = "", **params: Any) -> Response:
        """Go to another page (303), which shows `notice`, a translated sentence, once."""
        return redirect_to(self._path_for(name, **params) + (f"?{query}" if query else ""), notice)

    def say(self, message: str, /, **values: Any) -> str:
        """A sentence in the reader's language."""
        return language_of(self.request).gettext(message, **values)


def redirect_to(path: str, notice: str = "") -> Response:
    response = RedirectResponse(path, status_code=303)
    if notice:
        value = urlsafe_b64encode(notice.encode()).decode()
        response.set_cookie(NOTICE, value, max_age=30, httponly=True, secure=True, samesite="lax")
    return response


def remember_page(response: Response, request: Request) -> None:
    """So that who has to sign in first gets to the page they came for."""
    page = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    value = urlsafe_b64encode(page.encode()).decode()
    response.set_cookie(
        CAME_FOR, value, max_age=600, httponly=True, secure=True, samesite="lax", path="/sign-in"
    )


def remembered_page(request: Request) -> str:
    return _decoded(request.cookies.get(CAME_FOR, ""))


def forget_page(response: Response) -> None:
    response.delete_cookie(CAME_FOR, path="/sign-in")


def _read_notice(cookie: str) -> str:
    return _decoded(cookie)[:300]


def _decoded(cookie: str) -> str:
    try:
        return urlsafe_b64decode(cookie.encode()).decode()
    except ValueError:
        return ""


async def renderer(request: Request) -> Renderer:
    return Renderer(request)


Page = Annotated[Renderer, Depends(renderer)]
