"""A file to keep, sent while it is being made."""

import re
import unicodedata
from collections.abc import AsyncIterator, Generator
from urllib.parse import quote

from pypinyin import lazy_pinyin
from starlette.concurrency import iterate_in_threadpool
from starlette.responses import StreamingResponse

FORBIDDEN = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
NOT_PLAIN = re.compile(r"[^A-Za-z0-9._-]+")


class Download(StreamingResponse):
    """A browser saves it under `name`. One that goes away ends the making."""

    def __init__(self, parts: Generator[bytes, None, None], name: str, media_type: str) -> None:
        super().__init__(
            _until_gone(parts),
            media_type=media_type,
            headers={"Content-Disposition": attachment(name)},
        )


def attachment(name: str) -> str:
    """The name twice (RFC 6266): in ASCII for old programs, in UTF-8 for all others."""
    saved = FORBIDDEN.sub("-", name).strip(" .") or "download"
    spoken = unicodedata.normalize("NFKD", " ".join(lazy_pinyin(saved)))
    plain = NOT_PLAIN.sub("-", spoken.encode("ascii", "ignore").decode()).strip("-.")
    return f"attachment; filename=\"{plain or 'download'}\"; filename*=UTF-8''{quote(saved, '')}"


async def _until_gone(parts: Generator[bytes, None, None]) -> AsyncIterator[bytes]:
    """An empty part is not sent: it is only a moment in which one may have gone away."""
    try:
        async for part in iterate_in_threadpool(parts):
            if part:
                yield part
    finally:
        parts.close()
