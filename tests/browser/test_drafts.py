"""A half-filled sheet, and a phone that dies: the browser is killed and opened again."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from starlette.testclient import TestClient

from tests import cast
from tests.browser.conftest import FLAGS
from tests.browser.serving import Server
from tests.cast import Person
from tests.phone import capture, chips, sync

BADGE = "MECARD:N:Mori,Aiko;ORG:Mori KK;UID:R-1001;;"
Open = Callable[[], Page]


@pytest.fixture
def opened(browser: Browser, server: Server, tmp_path: Path) -> Iterator[Open]:
    """Opens Sam's browser on the capture screen, always with the same profile."""
    contexts: list[BrowserContext] = []

    def opens() -> Page:
        context = browser.browser_type.launch_persistent_context(
            tmp_path / "profile",
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=list(FLAGS),
            base_url=server.origin,
            locale="en-GB",
            viewport=ViewportSize(width=390, height=844),
        )
        contexts.append(context)
        token = {"name": "sign_in", "value": cast.SAM.token, "url": server.origin, "secure": True}
        context.add_cookies([token])  # type: ignore[list-item]
        page = context.pages[0]
        page.goto("/captures/new")
        return page

    yield opens
    for context in contexts:
        with suppress(Exception):
            context.close()


def kill(profile: Path) -> None:
    """All processes of the browser with this profile, without a word of warning."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if str(profile) in (process / "cmdline").read_text():
                os.kill(int(process.name), signal.SIGKILL)


def test_a_half_filled_sheet_is_whole_again_after_the_browser_was_killed(
    opened: Open, browser_of: Callable[[Person], TestClient], tmp_path: Path
) -> None:
    met = capture(BADGE, member_id=cast.MEI, interactions=chips("demo"))
    sync(browser_of(cast.MEI), met)
    page = opened()
    page.keyboard.type(BADGE + "\n", delay=0)
    expect(page.locator("#met")).to_contain_text("Met by Mei Chen")
    page.get_by_role("radio", name="Hot").check()
    page.get_by_role("checkbox", name="Sample").check()
    page.get_by_role("radio", name="Advises").check()
    page.get_by_label("Note", exact=True).fill("Half a sen")
    page.get_by_text("Next step").click()
    page.get_by_label("What", exact=False).first.fill("Send a quote")
    page.get_by_role("switch", name="May be contacted").check()
    page.wait_for_timeout(600)

    kill(tmp_path / "profile")
    page = opened()

    expect(page.get_by_role("heading", name="Aiko Mori")).to_be_visible()
    expect(page.locator("#met")).to_contain_text("Met by Mei Chen")
    expect(page.get_by_role("radio", name="Hot")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Sample")).to_be_checked()
    expect(page.get_by_role("radio", name="Advises")).to_be_checked()
    expect(page.get_by_label("Note", exact=True)).to_have_value("Half a sen")
    expect(page.locator("#next_what")).to_have_value("Send a quote")
    expect(page.get_by_role("switch", name="May be contacted")).to_be_checked()
