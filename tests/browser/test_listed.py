"""The organiser's list on a phone: names without a network, and nothing of it for the next one."""

import pytest
from playwright.sync_api import Page, expect

from app.db import Database
from tests import cast
from tests.browser.conftest import PageOf
from tests.browser.kept import keep, wait_until
from tests.browser.serving import Server
from tests.listed import TILDA, put_on_list

PARTS = """() => new Promise((told) => {
  indexedDB.open("showfloor").onsuccess = ({ target }) => {
    const database = target.result;
    const asked = database.transaction("directory").objectStore("directory").count();
    asked.onsuccess = () => { database.close(); told(asked.result); };
  };
})"""


@pytest.fixture
def phone(page_of: PageOf, phone_server: Server, phone_database: str) -> Page:
    """Sam's, which has fetched the list of the show."""
    database = Database(phone_database)
    with database.writing() as session:
        put_on_list(session, TILDA)
    database.close()
    page = page_of(cast.SAM, on=phone_server, worker=True)
    keep(page)
    wait_until(lambda: parts_kept(page) > 0, page)
    return page


def parts_kept(page: Page) -> int:
    count: int = page.evaluate(PARTS)
    return count


def test_a_badge_with_only_a_number_has_a_name_without_a_network(phone: Page) -> None:
    phone.context.set_offline(True)

    phone.keyboard.type("R-2001\n", delay=0)

    expect(phone.locator("#who")).to_contain_text("Tilda Bergmann")
    phone.get_by_role("button", name="Save", exact=True).click()
    expect(phone.locator("#outbox")).to_contain_text("1 waiting")


def test_who_signs_out_leaves_no_list_on_the_phone(phone: Page) -> None:
    phone.goto("/more")

    phone.get_by_role("button", name="Sign out").click()
    phone.locator("#sign-out-now").click()

    phone.wait_for_url("**/sign-in")
    assert parts_kept(phone) == 0
