"""The way onto the home screen, as each kind of browser has it."""

import pytest
from playwright.sync_api import Page, expect

from tests import cast
from tests.browser.conftest import Faults, PageOf
from tests.browser.serving import Server

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1"
ANDROID = "Mozilla/5.0 (Linux; Android 15) Chrome/142.0 Mobile Safari/537.36"
WECHAT = f"{ANDROID} MicroMessenger/8.0.50"
ADD = "Add to home screen"
PROMPTED = """() => dispatchEvent(Object.assign(new Event("beforeinstallprompt"), {
    prompt: () => { document.title = "asked"; },
    userChoice: Promise.resolve({ outcome: "accepted" }),
}))"""

WILLING = """
    let isKept = false;
    navigator.storage.persisted = async () => isKept;
    navigator.storage.persist = async () => (isKept = true);
"""


def opened(page: Page, browser_says: str, path: str = "/captures/new") -> Page:
    page.add_init_script(
        f"Object.defineProperty(navigator, 'userAgent', {{ get: () => '{browser_says}' }})"
    )
    page.goto(path)
    page.wait_for_load_state("networkidle")
    return page


def test_an_iphone_is_shown_the_two_taps_and_how_one_gets_in_afterwards(
    page_of: PageOf, gallery: Server, faults: Faults
) -> None:
    page = opened(page_of(cast.SAM, on=gallery), IPHONE)

    page.get_by_role("button", name=ADD).click()

    sheet = page.get_by_role("dialog", name="Showfloor on the home screen")
    expect(sheet.get_by_text("Tap “Share”")).to_be_visible()
    expect(sheet.get_by_role("link", name="Get a code first")).to_be_visible()
    expect(sheet.get_by_text("Open the menu of the browser")).to_be_hidden()
    assert not faults(page)


def test_a_browser_that_can_ask_asks_by_itself(page_of: PageOf, gallery: Server) -> None:
    page = opened(page_of(cast.SAM, on=gallery), ANDROID)
    page.evaluate(PROMPTED)

    page.get_by_role("button", name=ADD).click()
    page.get_by_role("dialog").get_by_role("button", name=ADD).click()

    expect(page).to_have_title("asked")
    expect(page.locator("#install-hint")).to_be_hidden()


def test_a_hint_that_was_put_away_does_not_come_back(page_of: PageOf, gallery: Server) -> None:
    page = opened(page_of(cast.SAM, on=gallery), ANDROID)
    page.get_by_role("button", name="Do not offer this again").click()

    page.reload()

    expect(page.get_by_role("button", name="Type")).to_be_visible()
    expect(page.locator("#install-hint")).to_be_hidden()


@pytest.mark.parametrize("browser_says", [WECHAT, "Mozilla/5.0 (Windows NT 10.0) Chrome/142.0"])
def test_nothing_is_offered_where_there_is_no_home_screen(
    page_of: PageOf, gallery: Server, browser_says: str
) -> None:
    page = opened(page_of(cast.SAM, on=gallery), browser_says)

    expect(page.get_by_role("button", name="Type")).to_be_visible()
    expect(page.locator("#install-hint")).to_be_hidden()


def test_the_profile_says_whether_the_browser_keeps_what_waits(
    page_of: PageOf, gallery: Server
) -> None:
    page = page_of(cast.SAM, on=gallery)
    page.add_init_script(WILLING)
    opened(page, ANDROID, "/profile")
    expect(page.get_by_text("the browser may clear what waits here")).to_be_visible()

    page.get_by_role("button", name="Ask the browser to keep it").click()

    expect(page.get_by_text("The browser keeps what waits here")).to_be_visible()
    expect(page.get_by_text("the browser may clear what waits here")).to_be_hidden()
