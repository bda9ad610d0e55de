"""A phone in a hall without a network: Capture opens, works, and hands in what it has."""

import re

from playwright.sync_api import Page, expect
from starlette.responses import HTMLResponse

from tests import cast
from tests.browser.conftest import Faults, PageOf
from tests.browser.kept import is_kept, keep, wait_until
from tests.browser.serving import Server, serving, standing_in

portal = HTMLResponse("<!doctype html><title>Wi-Fi</title><h1>Welcome to Hall Wi-Fi</h1>")


def type_and_save(page: Page, name: str) -> None:
    page.get_by_role("button", name="Type").click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_role("button", name="Save").click()


def test_capture_opens_and_works_without_a_network_and_hands_in_afterwards(
    page_of: PageOf, phone_database: str
) -> None:
    with serving(phone_database) as running:
        page = page_of(cast.SAM, on=running, worker=True)
        keep(page)
    page.context.set_offline(True)

    page.goto("/captures/new")
    type_and_save(page, "Anna Weber")

    expect(page.locator("#outbox")).to_contain_text("1 waiting")
    with serving(phone_database, running.port):
        page.context.set_offline(False)
        expect(page.locator("#outbox")).to_contain_text("all sent", timeout=10_000)
        page.goto("/leads")
        expect(page.get_by_text("Anna Weber")).to_be_visible()


def test_a_page_that_needs_the_network_says_so_and_comes_when_it_is_back(
    page_of: PageOf, phone_server: Server, faults: Faults
) -> None:
    page = page_of(cast.SAM, on=phone_server, worker=True, language="zh-Hans")
    keep(page)
    page.context.set_offline(True)

    page.goto("/leads")

    expect(page.get_by_role("heading", name="没有网络")).to_be_visible()
    expect(page.get_by_role("link", name="打开采集")).to_be_visible()
    assert not faults(page)
    page.context.set_offline(False)
    expect(page.get_by_role("heading", name="没有网络")).to_be_hidden(timeout=20_000)


def test_an_expired_sign_in_leaves_capture_usable_and_says_what_sending_needs(
    page_of: PageOf, phone_server: Server
) -> None:
    page = page_of(cast.SAM, on=phone_server, worker=True)
    keep(page)
    page.context.clear_cookies()

    page.goto("/captures/new")
    type_and_save(page, "Anna Weber")

    expect(page.locator("#outbox")).to_contain_text(re.compile("sign in", re.IGNORECASE))
    page.reload()
    expect(page.get_by_role("button", name="Type")).to_be_visible()


def test_after_sign_out_nothing_of_the_capture_screen_is_left(
    page_of: PageOf, phone_server: Server
) -> None:
    page = page_of(cast.SAM, on=phone_server, worker=True)
    keep(page)
    page.goto("/more")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("dialog").get_by_role("button", name="Sign out").click()
    expect(page).to_have_url(re.compile("/sign-in$"))

    page.context.set_offline(True)
    page.goto("/captures/new")

    expect(page.get_by_role("heading", name="No connection")).to_be_visible()
    expect(page.get_by_text("Nobody is signed in on this phone")).to_be_visible()
    assert "Sam" not in page.content()


def test_who_signs_in_after_somebody_else_never_sees_their_capture_screen(
    page_of: PageOf, phone_server: Server
) -> None:
    page = page_of(cast.SAM, on=phone_server, worker=True)
    keep(page)
    page.context.clear_cookies()  # Sam's sign-in has expired
    page.goto("/sign-in")
    page.get_by_label("E-mail").fill(str(cast.MEI.email))
    page.get_by_label("Password").fill(cast.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator(".camera-place")).to_contain_text("Mei Chen")
    wait_until(lambda: is_kept(page), page)

    page.context.set_offline(True)
    page.goto("/captures/new")

    expect(page.locator(".camera-place")).to_contain_text("Mei Chen")
    assert "Sam" not in page.locator(".camera-place").inner_text()


def test_a_captive_portal_takes_the_place_of_no_page_of_ours(
    page_of: PageOf, phone_database: str
) -> None:
    with serving(phone_database) as running:
        page = page_of(cast.SAM, on=running, worker=True)
        keep(page)

    with standing_in(portal, running.port):
        page.goto("/captures/new")
        page.wait_for_load_state("networkidle")
        page.goto("/captures/new")
        type_and_save(page, "Anna Weber")

        expect(page.locator("#outbox")).to_contain_text("1 waiting")
        page.goto("/leads")
        expect(page.get_by_role("heading", name="Welcome to Hall Wi-Fi")).to_be_visible()


def test_a_capture_screen_kept_on_one_day_says_the_day_on_which_it_is_opened(
    page_of: PageOf, phone_server: Server
) -> None:
    page = page_of(cast.SAM, on=phone_server, worker=True)
    keep(page)
    page.context.set_offline(True)

    page.clock.set_fixed_time(cast.SECOND_DAY)
    page.goto("/captures/new")

    expect(page.locator(".camera-place")).to_contain_text("Sam Okafor, day 2")
