"""Takes the pictures of the documents again: `make screenshots`. The people in them are made up."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, ViewportSize, expect, sync_playwright

from tests.architecture.house import ROOT
from tests.browser.badges import badge_picture, video_of
from tests.browser.conftest import CHROMIUM, DESKTOP, FLAGS, HEIGHTS, PHONE
from tests.browser.door_pictures import take_the_door
from tests.browser.serving import serving

PICTURES = ROOT / "docs" / "screens"
CAMERA = ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream")
FAR_AWAY = (2240, 1260)
BADGE = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Weber;Anna;;;\r\nFN:Anna Weber\r\n"
    "ORG:Nordlicht Abfüllanlagen GmbH\r\nTITLE:Head of Purchasing\r\nEND:VCARD\r\n"
)


def take_all() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        take_the_door(playwright)
    with TemporaryDirectory() as folder, phone_at_the_demo_show(Path(folder)) as page:
        page.goto("/captures/new")
        expect(page.locator("#who")).to_have_text("Anna Weber", timeout=20_000)
        take(page, "capture")
        page.goto("/leads?behaviour=active")
        take(page, "leads")
        page.goto(page.locator("a[href^='/leads/0']").first.get_attribute("href") or "")
        take(page, "lead")
        page.set_viewport_size(ViewportSize(width=DESKTOP, height=HEIGHTS[DESKTOP]))
        page.reload()
        take(page, "desk")
        page.set_viewport_size(ViewportSize(width=PHONE, height=HEIGHTS[PHONE]))
        speak_chinese_in_the_dark(page)
        page.goto("/captures/new")
        expect(page.locator("#who")).to_have_text("Anna Weber", timeout=20_000)
        page.wait_for_timeout(8_000)  # what was said about the first capture goes away
        take(page, "capture-zh-dark")


@contextmanager
def phone_at_the_demo_show(folder: Path) -> Iterator[Page]:
    """A phone with a badge before its camera, signed in where the demo show has been loaded."""
    video = video_of([badge_picture(BADGE, frame=FAR_AWAY)], folder / "badge.mjpeg")
    database = f"sqlite:///{folder / 'showfloor.db'}"
    with serving(database) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, CHROMIUM))),
            args=[*FLAGS, *CAMERA, f"--use-file-for-fake-video-capture={video}"],
        )
        context = browser.new_context(
            base_url=server.origin,
            locale="en-GB",
            permissions=["camera"],
            viewport={"width": PHONE, "height": HEIGHTS[PHONE]},
            device_scale_factor=2,
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.goto("/setup")
        page.evaluate("() => fetch('/demo', {method: 'POST'})")
        yield page
        browser.close()


def speak_chinese_in_the_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.evaluate(
        "() => fetch('/language',"
        " {method: 'POST', body: new URLSearchParams({language: 'zh-Hans'})})"
    )


def take(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    take_all()
