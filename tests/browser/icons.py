"""Draws the icons of the home screen from the mark: `python -m tests.browser.icons`."""

import re
from io import BytesIO
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests.architecture.house import ROOT
from tests.browser.conftest import FLAGS, chromium

MARK = ROOT / "static/base/mark.svg"
ICONS = ROOT / "static/homescreen"
BLUE = "#3047d4"


class Icon(NamedTuple):
    """`part`: how much of its square the mark takes. A phone cuts a filled one to its shape."""

    name: str
    size: int
    part: float = 1.0
    filled: bool = False


LIST = (
    Icon("icon-192", 192),
    Icon("icon-512", 512),
    Icon("icon-maskable-512", 512, part=0.86, filled=True),  # down to a circle of four fifths
    Icon("apple-touch-icon", 180, filled=True),
)


def draw_all() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        for icon in LIST:
            _small(_drawn(browser, icon)).save(ICONS / f"{icon.name}.png", optimize=True)
        browser.close()


def _drawn(browser: Browser, icon: Icon) -> Image.Image:
    page = browser.new_page(viewport=ViewportSize(width=icon.size, height=icon.size))
    side = icon.size * icon.part
    mark = MARK.read_text("utf-8").replace("<svg ", f'<svg width="{side}" height="{side}" ')
    square = re.sub(r' rx="\d+"', "", mark) if icon.filled else mark
    around = BLUE if icon.filled else "transparent"
    page.set_content(
        f"<style>body{{margin:0;display:grid;place-items:center;height:100vh;background:{around}}}"
        f"svg{{display:block}}</style>{square}"
    )
    picture = page.screenshot(omit_background=True)
    page.close()
    return Image.open(BytesIO(picture))


def _small(picture: Image.Image) -> Image.Image:
    """Three colours and their edges: sixty-four are plenty."""
    return picture.quantize(64, method=Image.Quantize.FASTOCTREE)


if __name__ == "__main__":
    draw_all()
