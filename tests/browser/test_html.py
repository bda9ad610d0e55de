"""Every page is HTML as the standard has it."""

from pathlib import Path

import httpx
import pytest

from tests.browser.conftest import Validate
from tests.browser.every_page import PAGES, Shown
from tests.browser.serving import Server


def _page(shown: Shown, language: str, server: Server) -> str:
    cookies = {"sign_in": shown.person.token} if shown.person else {}
    answer = httpx.get(
        server.url(shown.path),
        cookies=cookies,
        headers={"Accept-Language": language},
        follow_redirects=True,
    )
    assert answer.status_code == shown.status, shown.path
    assert answer.headers["content-type"].startswith("text/html"), shown.path
    return answer.text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_page_is_valid_html(
    language: str, gallery: Server, bare: Server, validate: Validate, tmp_path: Path
) -> None:
    files = []
    for number, shown in enumerate(PAGES):
        file = tmp_path / f"{number}{shown.path.replace('/', '-')}.html"
        file.write_text(_page(shown, language, bare if shown.bare else gallery), encoding="utf-8")
        files.append(file)

    assert validate(files) == ""


def test_a_list_item_outside_a_list_is_found(validate: Validate, tmp_path: Path) -> None:
    file = tmp_path / "wrong.html"
    file.write_text("<!doctype html><html lang=en><title>x</title><p><li>lost</li></p>")

    assert "element-permitted-content" in validate([file])
