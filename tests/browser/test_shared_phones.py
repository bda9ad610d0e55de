"""A phone that one member hands to the next."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests import cast
from tests.browser.conftest import PageOf
from tests.browser.serving import Server
from tests.cast import Person

# Everything a page can keep in a browser, as one text.
KEPT = """async () => {
  const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
  const words = (bytes) => new TextDecoder().decode(bytes);
  const told = (key, value) =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? words(value) : value;
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => done(opening.result);
    });
    for (const table of db.objectStoreNames) {
      const asked = db.transaction(table).objectStore(table);
      for (const request of [asked.getAll(), asked.getAllKeys()]) {
        const rows = await new Promise((done) => {
          request.onsuccess = () => done(request.result);
        });
        kept.push(table, JSON.stringify(rows, told));
      }
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      kept.push(request.url, await (await cache.match(request)).text());
    }
  }
  return kept.join("\\n");
}"""
VISITOR = "Zacharias Quellwasser"


def _signed_in(page: Page, person: Person) -> None:
    expect(page.locator("h1")).to_have_text("Sign in")
    page.get_by_label("E-mail").fill(person.email or "")
    page.get_by_label("Password").fill(cast.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator(".app-nav")).to_be_visible()


def _capture(page: Page, name: str) -> None:
    page.goto("/captures/new")
    page.get_by_role("button", name="Type").click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Note", exact=True).fill(f"{name} wants a second line")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#sheet")).to_be_hidden()


def _sign_out(page: Page) -> None:
    page.goto("/more")
    page.locator("#sign-out").get_by_role("button", name="Sign out").click()


def _sign_out_anyway(page: Page) -> None:
    _sign_out(page)
    page.get_by_role("button", name="Sign out anyway").click()
    expect(page.locator("h1")).to_have_text("Sign in")


@pytest.fixture
def phone(page_of: PageOf, server: Server) -> Page:
    """Lin's, who has a password, as a page of a phone that Mei takes over."""
    page = page_of(on=server)
    page.goto("/sign-in")
    _signed_in(page, cast.LIN)
    return page


def test_nothing_of_a_visitor_stays_in_the_browser_once_the_server_has_them(phone: Page) -> None:
    _capture(phone, VISITOR)
    expect(phone.locator("#outbox")).to_contain_text("all sent", timeout=15_000)
    phone.goto("/captures")
    expect(phone.locator("#captures")).to_contain_text(VISITOR)
    phone.get_by_role("link", name=VISITOR).first.click()
    expect(phone.locator("#detail-pane h1")).to_have_text(VISITOR)

    _sign_out(phone)
    _signed_in(phone, cast.MEI)
    phone.goto("/captures/new")

    kept = phone.evaluate(KEPT)
    assert VISITOR not in kept
    assert "second line" not in kept
    assert str(cast.MEI.member_id) in kept  # so the search does find what is there


def test_a_page_of_the_former_member_goes_when_somebody_else_signs_in(phone: Page) -> None:
    _capture(phone, VISITOR)
    expect(phone.locator("#outbox")).to_contain_text("all sent", timeout=15_000)
    phone.goto("/captures")
    expect(phone.locator("#captures")).to_contain_text(VISITOR)
    context: BrowserContext = phone.context
    another = context.new_page()

    _sign_out(another)
    _signed_in(another, cast.MEI)

    expect(phone.locator("body")).not_to_contain_text(VISITOR)
    expect(phone.locator("h1")).to_have_text("Sign in")


def test_a_page_gone_back_to_shows_nothing_of_the_former_member(phone: Page) -> None:
    _capture(phone, VISITOR)
    expect(phone.locator("#outbox")).to_contain_text("all sent", timeout=15_000)
    phone.goto("/captures")
    expect(phone.locator("#captures")).to_contain_text(VISITOR)
    _sign_out(phone)
    _signed_in(phone, cast.MEI)

    for _ in range(3):
        phone.go_back()

    expect(phone.locator("body")).not_to_contain_text(VISITOR)


def test_signing_out_with_captures_on_the_phone_asks_and_can_send_them_first(phone: Page) -> None:
    phone.route("**/captures/sync", lambda route: route.abort())
    _capture(phone, VISITOR)
    _sign_out(phone)
    expect(phone.locator("#leaving")).to_contain_text("1 capture is still on this phone only.")
    expect(phone.locator("#leaving")).to_contain_text("when somebody of Kogyo Machines signs in")

    phone.unroute("**/captures/sync")
    phone.get_by_role("button", name="Send now").click()

    expect(phone.locator("#leaving")).to_contain_text("All sent. Nothing is left behind.")
    phone.locator("#sign-out-now").click()
    expect(phone.locator("h1")).to_have_text("Sign in")


def test_what_was_left_behind_is_sent_under_its_owners_name(phone: Page, server: Server) -> None:
    phone.route("**/captures/sync", lambda route: route.abort())
    _capture(phone, VISITOR)
    _sign_out_anyway(phone)
    expect(phone.locator("#outbox")).to_contain_text("1 capture waits on this phone.")
    assert VISITOR not in phone.locator("body").inner_text()

    phone.unroute("**/captures/sync")
    _signed_in(phone, cast.MEI)
    expect(phone.locator("#outbox")).to_contain_text("all sent", timeout=15_000)

    phone.goto("/leads")
    phone.get_by_text(VISITOR).first.click()
    expect(phone.locator("#detail-pane")).to_contain_text("Lin Wei")


def test_another_exhibitors_member_neither_sees_nor_sends_what_was_left_behind(
    phone: Page,
) -> None:
    phone.route("**/captures/sync", lambda route: route.abort())
    _capture(phone, VISITOR)
    _sign_out_anyway(phone)
    phone.unroute("**/captures/sync")

    _signed_in(phone, cast.OLU)
    phone.goto("/outbox")
    phone.wait_for_timeout(2_000)

    assert VISITOR not in phone.locator("body").inner_text()
    assert VISITOR in phone.evaluate(KEPT)
