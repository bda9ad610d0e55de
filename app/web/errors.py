"""Errors that a person sees: a page for a browser, JSON for a script."""

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from app.web.page import Renderer, redirect_to, remember_page
from app.web.security import protect

log = logging.getLogger(__name__)
PAGES = {400, 403, 404, 405, 429, 500}


class SignInNeeded(Exception):
    """Nobody is signed in on this browser."""


class NotFound(HTTPException):
    """There is no such thing, or not for whoever asks: the two look alike on purpose."""

    def __init__(self) -> None:
        super().__init__(404)


class NotAllowed(HTTPException):
    """The member's role may not do this."""

    def __init__(self) -> None:
        super().__init__(403)


def add_error_pages(app: FastAPI) -> None:
    app.add_exception_handler(SignInNeeded, _ask_to_sign_in)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _bad_address)
    app.add_exception_handler(Exception, _unexpected)


def error_answer(request: Request, status: int) -> Response:
    if _wants_json(request):
        return JSONResponse({"error": status}, status)
    shown = status if status in PAGES else 400
    return Renderer(request)(f"errors/{shown}.html", status=status)


def _wants_json(request: Request) -> bool:
    return "json" in request.headers.get("content-type", "") + request.headers.get("accept", "")


def _ask_to_sign_in(request: Request, _: Exception) -> Response:
    if _wants_json(request):
        return JSONResponse({"error": "sign_in"}, 401)
    if request.headers.get("hx-request"):
        return Response(status_code=401, headers={"HX-Redirect": "/sign-in"})
    answer = redirect_to("/sign-in")
    if request.method == "GET" and "." not in request.url.path:
        remember_page(answer, request)
    return answer


def _http_error(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    answer = error_answer(request, problem.status_code)
    answer.headers.update(problem.headers or {})
    return answer


def _bad_address(request: Request, problem: Exception) -> Response:
    """An id in an address that is no id leads nowhere; all else is a bad request."""
    assert isinstance(problem, RequestValidationError)
    in_path = any(error["loc"][0] == "path" for error in problem.errors())
    return error_answer(request, 404 if in_path else 400)


def _unexpected(request: Request, problem: Exception) -> Response:
    log.error("unexpected error at %s", request.scope["path"], exc_info=problem)
    answer = error_answer(request, 500)
    host = request.headers.get("host", "")
    protect(answer.headers, request.scope["scheme"], host)  # it leaves on a way of its own
    return answer
