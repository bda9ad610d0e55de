"""What a phone may keep of a page, to open it without a network."""

import json
from hashlib import sha256
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from app.web import assets
from app.web.page import NOTICE, language_of

MARK = "Showfloor-Page"


def mark_of(**shown: Any) -> str:
    """Changes with what a page shows and with the files it loads, and with nothing else."""
    said = json.dumps([assets.version(), shown], sort_keys=True)
    return sha256(said.encode()).hexdigest()[:16]


def let_phone_keep(answer: Response, request: Request, mark: str) -> Response:
    """The page holds no lead. One that also tells news is not kept: it would tell them for ever."""
    if not request.cookies.get(NOTICE):
        answer.headers[MARK] = mark
        answer.headers[assets.VERSION] = assets.version()
        answer.headers["Content-Language"] = language_of(request).tag
    return answer
