"""What waits on a phone, in sight on every page: how many, whose, and what can be done with it."""

import json

import pytest
from playwright.sync_api import Page, Route, expect

from tests import cast
from tests.browser.conftest import PageOf
from tests.browser.kept import keep, wait_until
from tests.browser.serving import Server, serving

NO_STORAGE = "indexedDB.open = () => { throw new DOMException('broken', 'InvalidStateError'); };"


@pytest.fixture
def cut_off(page_of: PageOf, gallery: Server) -> Page:
    """Sam's phone, from which nothing reaches the server."""
    page = page_of(cast.SAM, on=gallery)
    page.route("**/captures/sync", lambda route: route.abort())
    return page


def type_and_save(page: Page, name: str) -> None:
    page.goto("/captures/new")
    page.get_by_role("button", name="Type").click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#sheet")).to_be_hidden()


def refuse(route: Route) -> None:
    captures = json.loads(route.request.post_data or "")["captures"]
    refused = {"verdict": "refused", "reason": "too_large", "message": "Please shorten the note."}
    verdicts = [{"capture_id": each["capture_id"], **refused} for each in captures]
    route.fulfill(json={"verdicts": verdicts})


def test_a_tap_on_the_pill_shows_what_waits_and_how_often_it_was_tried(cut_off: Page) -> None:
    type_and_save(cut_off, "Chen Meiling")

    cut_off.locator("#outbox").click()

    expect(cut_off.locator("#waiting-rows")).to_contain_text("Chen Meiling")
    expect(cut_off.locator("#waiting-rows")).to_contain_text("tried")
    expect(cut_off.locator("#standing")).to_contain_text("1 capture is sent by itself")


def test_the_sign_in_page_says_that_captures_wait_and_not_whose(cut_off: Page) -> None:
    type_and_save(cut_off, "Chen Meiling")
    cut_off.context.clear_cookies()

    cut_off.goto("/sign-in")

    expect(cut_off.locator("#outbox")).to_contain_text("1 capture waits on this phone")
    expect(cut_off.locator("body")).not_to_contain_text("Chen Meiling")


def test_whoever_signs_in_next_on_a_shared_phone_sees_only_how_much_waits(
    cut_off: Page, gallery: Server
) -> None:
    type_and_save(cut_off, "Chen Meiling")
    token = {"name": "sign_in", "value": cast.LIN.token, "url": gallery.origin, "secure": True}
    cut_off.context.add_cookies([token])  # type: ignore[list-item]

    cut_off.goto("/outbox")

    expect(cut_off.locator("#others")).to_contain_text("1 more capture of another member")
    expect(cut_off.locator("body")).not_to_contain_text("Chen Meiling")
    cut_off.goto("/captures")
    expect(cut_off.locator("#outbox")).to_contain_text("1 waiting")
    expect(cut_off.locator("body")).not_to_contain_text("Chen Meiling")


def test_a_phone_whose_storage_fails_says_so_plainly(page_of: PageOf, gallery: Server) -> None:
    page = page_of(cast.SAM, on=gallery)
    page.add_init_script(NO_STORAGE)

    page.goto("/outbox")

    expect(page.locator("#outbox")).to_contain_text("storage is not working")
    expect(page.locator("#standing")).to_contain_text("Do not clear the browser's data")
    expect(page.locator("#nothing")).to_be_hidden()


def test_every_tab_tells_the_same(cut_off: Page) -> None:
    other = cut_off.context.new_page()
    other.route("**/captures/sync", lambda route: route.abort())
    other.goto("/leads")

    type_and_save(cut_off, "Chen Meiling")

    expect(other.locator("#outbox")).to_contain_text("1 waiting")


def test_a_refused_capture_is_put_right_without_a_network_and_stored_once(
    page_of: PageOf, phone_database: str
) -> None:
    with serving(phone_database) as running:
        page = page_of(cast.SAM, on=running, worker=True)
        keep(page)
        page.route("**/captures/sync", refuse)
        type_and_save(page, "Chen Meiling")
        expect(page.locator("#outbox")).to_contain_text("1 needs a look")
        page.unroute("**/captures/sync")
        wait_until(lambda: has_outbox(page), page)
    page.context.set_offline(True)

    page.goto("/outbox")
    page.get_by_role("link", name="Put right").click()
    page.get_by_label("Note", exact=True).fill("Short.")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.locator("#waiting-rows")).to_contain_text("Chen Meiling")
    with serving(phone_database, running.port):
        page.context.set_offline(False)
        expect(page.locator("#nothing")).to_be_visible(timeout=15_000)
        page.goto("/captures")
        expect(page.locator("#captures .row-title")).to_have_text(["Chen Meiling"])


def has_outbox(page: Page) -> bool:
    kept: bool = page.evaluate("async () => Boolean(await caches.match('/outbox'))")
    return kept


def test_what_never_left_the_phone_is_changed_whole_without_a_network(
    page_of: PageOf, phone_database: str
) -> None:
    with serving(phone_database) as running:
        page = page_of(cast.SAM, on=running, worker=True)
        keep(page)
        page.goto("/outbox")
        wait_until(lambda: has_outbox(page), page)
    page.context.set_offline(True)
    type_and_save(page, "Chen Meiling")
    page.goto("/outbox")

    page.get_by_role("link", name="Change").click()
    page.get_by_role("button", name="Edit the details").click()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Chen Meiling")
    page.get_by_label("Name", exact=True).fill("Chen Mei-Ling")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.locator("#waiting-rows .row-title")).to_have_text(["Chen Mei-Ling"])
    with serving(phone_database, running.port):
        page.context.set_offline(False)
        expect(page.locator("#nothing")).to_be_visible(timeout=15_000)
        page.goto("/captures")
        expect(page.locator("#captures .row-title")).to_have_text(["Chen Mei-Ling"])
