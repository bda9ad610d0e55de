"""A photo of a card, kept while there is no network, and on the page of the lead afterwards."""

import re

from playwright.sync_api import FilePayload, Page, expect

from tests import cast
from tests.browser.cards import PLACE, card_photo, picture_in
from tests.browser.conftest import PageOf
from tests.browser.serving import Server


def picture(jpeg: bytes) -> FilePayload:
    return {"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": jpeg}


def take_photo(phone: Page, jpeg: bytes) -> None:
    phone.locator("#take-photo-file").set_input_files(picture(jpeg))
    expect(phone.locator("#photos .photo")).to_have_count(1)


def test_a_photo_taken_offline_arrives_with_its_visitor(page_of: PageOf, server: Server) -> None:
    phone = page_of(cast.SAM, on=server)
    phone.goto("/captures/new")
    phone.wait_for_load_state("networkidle")
    jpeg = card_photo(turned=True)
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Type").click()
    take_photo(phone, jpeg)
    phone.get_by_label("Company", exact=True).fill("Mori KK")
    phone.get_by_role("button", name="Save", exact=True).click()
    expect(phone.locator("#outbox")).to_contain_text("1 waiting")

    phone.context.set_offline(False)

    expect(phone.locator("#outbox")).to_contain_text("all sent", timeout=15_000)
    phone.goto("/leads")
    phone.get_by_role("link", name="Mori KK").click()
    phone.get_by_role("button", name="Photo of a card").click()
    large = phone.get_by_role("dialog").get_by_role("img")
    expect(large).to_be_visible()
    stored = phone.request.get(str(large.get_attribute("src"))).body()
    assert PLACE.encode() in jpeg
    assert PLACE.encode() not in stored
    assert picture_in(stored).size == (1000, 1600)
    assert not picture_in(stored).getexif()


def test_a_photo_and_nothing_else_is_kept_and_read_later(page_of: PageOf, server: Server) -> None:
    phone = page_of(cast.SAM, on=server)
    phone.goto("/captures/new")
    phone.locator("#photo").set_input_files(picture(card_photo()))
    expect(phone.locator("#photos .photo")).to_have_count(1, timeout=20_000)
    phone.reload()
    expect(phone.locator("#photos .photo")).to_have_count(1)
    phone.get_by_role("button", name="Save", exact=True).click()
    expect(phone.locator("#outbox")).to_contain_text("all sent", timeout=15_000)
    phone.goto("/captures")
    phone.get_by_role("link", name=re.compile("A photo was taken")).click()

    phone.get_by_role("link", name="Fill in who it is").click()

    expect(phone.get_by_role("region", name="Photos").get_by_role("img")).to_be_visible()
    phone.locator("#name").fill("Aiko Mori")
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_text("A photo was taken")).to_be_hidden()
