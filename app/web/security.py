"""What protects every answer: headers, the same-origin check and a limit on bodies."""

import re
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

READS = ("GET", "HEAD", "OPTIONS")
LARGEST_BODY = 4 * 1024 * 1024
# Files are larger than anything else that people send: a list of visitors, captures with photos.
LARGER = (
    (re.compile(r"/shows/[^/]+/directory/file"), 28 * 1024 * 1024),
    (re.compile(r"/rescues"), 64 * 1024 * 1024),
)
PASSING = (".local", ".localhost", ".internal", ".home.arpa", ".lan")  # names of one network

# WebAssembly is allowed for the badge decoder, and nothing else that is made up at run time.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(), geolocation=(), payment=()",
}


class Security:
    """ASGI middleware. Answers 403 to a write from another origin, 413 to an oversized body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        protected = _protecting(send, scope["scheme"], headers.get("host", ""))
        if scope["method"] not in READS and not same_origin(headers):
            refusal = PlainTextResponse("This request came from another site.", 403)
            await refusal(scope, receive, protected)
        elif _length_said(headers) > (most := _largest(scope)):
            await _too_large()(scope, receive, protected)
        else:
            try:
                await self.app(scope, _bounded(receive, most), protected)
            except BodyTooLarge:
                await _too_large()(scope, receive, protected)


def same_origin(headers: Headers) -> bool:
    """Whether a browser says that our own page sent this. A request that says nothing is refused,
    unless it is a script's: one that carries a token of its own and no cookie.
    """
    if "authorization" in headers and "cookie" not in headers:
        return True
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    host = headers.get("host")
    return bool(host) and headers.get("origin") in (f"https://{host}", f"http://{host}")


def _length_said(headers: Headers) -> int:
    """What a request says of its length, the first digits of it; none where that is no number."""
    said = headers.get("content-length", "")[:15]
    return int(said) if said.isascii() and said.isdigit() else 0


def _too_large() -> PlainTextResponse:
    return PlainTextResponse("This is too large.", 413)


class BodyTooLarge(Exception):
    """The body went on past the limit. It is read whole before any of it is looked at."""


def _largest(scope: Scope) -> int:
    larger = (most for address, most in LARGER if address.fullmatch(scope["path"]))
    return next(larger, LARGEST_BODY)


def _bounded(receive: Receive, most: int) -> Receive:
    received = 0

    async def bounded() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > most:
            raise BodyTooLarge
        return message

    return bounded


def _protecting(send: Send, scheme: str, host: str) -> Send:
    async def protected(message: Message) -> None:
        if message["type"] == "http.response.start":
            protect(MutableHeaders(scope=message), scheme, host)
        await send(message)

    return protected


def protect(headers: MutableHeaders, scheme: str, host: str) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("Cache-Control", "no-store")
    if scheme == "https" and keeps_its_certificate(host):
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")


def keeps_its_certificate(host: str) -> bool:
    """Whether a browser may be told to come back with https only, for a year.

    Not where a laptop made the certificate: with another one, or on another laptop of that
    address, every phone would be locked out, and "localhost" is everybody's.
    """
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    if name.lower().endswith(PASSING) or "." not in name:
        return False
    try:
        ip_address(name)
    except ValueError:
        return True
    return False
