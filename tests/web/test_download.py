"""Files to keep: their names, and what happens when nobody waits for them."""

from collections.abc import Generator
from urllib.parse import unquote

import anyio
import pytest
from starlette.types import Message

from app.web.download import Download, attachment


def _utf_8(header: str) -> str:
    return unquote(header.partition("filename*=UTF-8''")[2])


def test_a_name_is_given_in_ascii_and_in_utf_8() -> None:
    header = attachment("线索 广交会 2026.csv")

    assert 'filename="xian-suo-guang-jiao-hui-2026.csv"' in header
    assert _utf_8(header) == "线索 广交会 2026.csv"


@pytest.mark.parametrize("name", ['a"; x="b.csv', "a\r\nSet-Cookie: b", "../../etc/passwd", ""])
def test_no_name_leaves_its_place_in_the_header(name: str) -> None:
    header = attachment(name)

    assert header.count('"') == 2
    assert header.isascii()
    assert header.isprintable()
    assert "/" not in _utf_8(header)
    assert _utf_8(header)


def test_a_browser_that_goes_away_ends_the_making() -> None:
    ended = []

    def parts() -> Generator[bytes, None, None]:
        try:
            while True:
                yield b""
        finally:
            ended.append(True)

    async def receive() -> Message:
        await anyio.sleep(0.05)
        return {"type": "http.disconnect"}

    async def send(_: Message) -> None:
        return None

    async def ask() -> None:
        await Download(parts(), "a.csv", "text/csv")({"type": "http"}, receive, send)

    anyio.run(ask)

    assert ended
