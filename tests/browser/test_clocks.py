"""A phone whose clock is wrong says so, and its captures are where they belong."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from app.kit.clock import now
from tests import cast
from tests.browser.conftest import PageOf
from tests.browser.serving import Server

BEHIND = "This phone's clock is 23 h behind."


def _typed(page: Page, name: str) -> None:
    page.get_by_role("button", name="Type").click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#sheet")).to_be_hidden()


def test_a_phone_set_to_yesterday_says_so_and_lists_its_captures_in_order(
    page_of: PageOf, server: Server
) -> None:
    page = page_of(cast.SAM, on=server)
    page.clock.install(time=now() - timedelta(hours=23))
    page.goto("/captures/new")
    expect(page.locator("[data-clock]")).to_contain_text(BEHIND, timeout=15_000)

    _typed(page, "First Visitor")
    _typed(page, "Second Visitor")
    page.goto("/captures")

    expect(page.locator("[data-clock]")).to_contain_text(BEHIND)
    expect(page.locator("#captures .row-title")).to_have_text(
        ["Second Visitor", "First Visitor"], timeout=15_000
    )
