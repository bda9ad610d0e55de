"""Sheets that come up over a page: in sight while they are open, and asked before somebody goes."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests import cast
from tests.browser.conftest import DESKTOP, PageOf
from tests.browser.serving import Server


@pytest.fixture
def staff_phone(page_of: PageOf, gallery: Server) -> Page:
    """Sam's phone, on the menu. Sam has no password."""
    page = page_of(cast.SAM, on=gallery)
    page.goto("/more")
    return page


@pytest.fixture
def desk(page_of: PageOf, gallery: Server) -> Page:
    """Lin's desktop, at a lead of the list."""
    page = page_of(cast.LIN, width=DESKTOP, on=gallery)
    page.goto("/leads")
    page.locator("#list-pane .row-link").first.click()
    expect(page.get_by_role("button", name="Add what happened")).to_be_visible()
    return page


def test_a_sheet_stays_open_when_what_is_behind_it_changes(desk: Page) -> None:
    desk.get_by_role("link", name="Details").evaluate("tab => setTimeout(() => tab.click(), 300)")
    desk.get_by_role("button", name="Add what happened").click()
    sheet = desk.get_by_role("dialog")
    sheet.get_by_label("Note").fill("Half a sen")
    expect(desk).to_have_url(re.compile("part=details"))

    expect(sheet).to_be_visible()
    expect(sheet.get_by_label("Note")).to_have_value("Half a sen")


def test_the_buttons_of_a_long_sheet_are_in_sight(desk: Page) -> None:
    desk.set_viewport_size({"width": DESKTOP, "height": 600})

    desk.get_by_role("button", name="Filter").click()

    expect(desk.get_by_role("button", name="Show the leads")).to_be_in_viewport(ratio=1)


def test_who_has_no_password_is_asked_before_signing_out(staff_phone: Page) -> None:
    staff_phone.get_by_role("button", name="Sign out").click()

    sheet = staff_phone.get_by_role("dialog")
    expect(sheet).to_contain_text("only with a new code from your manager")
    expect(sheet.get_by_text("still on this phone")).to_be_hidden()
    sheet.get_by_role("button", name="Stay").click()
    expect(staff_phone).to_have_url(re.compile("/more$"))


def test_signing_out_asks_while_captures_wait_on_the_phone(
    page_of: PageOf, gallery: Server
) -> None:
    phone = page_of(cast.MEI, on=gallery)
    phone.route("**/captures/sync", lambda route: route.abort())
    phone.goto("/captures/new")
    phone.get_by_role("button", name="Type").click()
    phone.get_by_label("Name", exact=True).fill("Chen Meiling")
    phone.get_by_role("button", name="Save", exact=True).click()
    expect(phone.locator("#outbox")).to_contain_text("1 waiting")
    phone.goto("/more")

    phone.get_by_role("button", name="Sign out").click()

    expect(phone.get_by_role("dialog")).to_contain_text("still on this phone")


def test_who_has_a_password_and_nothing_waiting_just_signs_out(
    page_of: PageOf, server: Server
) -> None:
    page = page_of(cast.MEI, on=server)
    page.goto("/more")

    page.get_by_role("button", name="Sign out").click()

    expect(page).to_have_url(re.compile("/sign-in$"))
