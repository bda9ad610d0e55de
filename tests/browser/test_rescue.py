"""What waits on a phone without a network leaves it as a file and comes in on a colleague's."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import cast
from tests.browser.conftest import PageOf
from tests.browser.serving import Server


@pytest.fixture
def stranded(page_of: PageOf, server: Server) -> Page:
    """Sam's phone, with a capture that it cannot send."""
    phone = page_of(cast.SAM, on=server)
    phone.route("**/captures/sync", lambda route: route.abort())
    phone.goto("/captures/new")
    phone.get_by_role("button", name="Type").click()
    phone.get_by_label("Name", exact=True).fill("Aiko Mori")
    phone.get_by_role("button", name="Save", exact=True).click()
    expect(phone.locator("#outbox")).to_contain_text("1 waiting")
    phone.goto("/outbox")
    return phone


def file_of(phone: Page, lock: str, folder: Path) -> Path:
    phone.get_by_role("button", name="Take it out as a file").click()
    phone.get_by_role("radio", name=lock).check()
    phone.get_by_role("button", name="Make the file").click()
    expect(phone.get_by_text("In the file: captures 1, photos 0.")).to_be_visible()
    with phone.expect_download() as download:
        phone.get_by_role("dialog").get_by_role("button", name="Save").click()
    place = folder / download.value.suggested_filename
    download.value.save_as(place)
    return place


def test_a_colleagues_phone_takes_it_over_with_the_passphrase(
    stranded: Page, page_of: PageOf, server: Server, tmp_path: Path
) -> None:
    file = file_of(stranded, "A colleague's phone", tmp_path)
    passphrase = stranded.get_by_label("Passphrase", exact=True).input_value()
    colleague = page_of(cast.MEI, on=server)
    colleague.goto("/outbox")
    colleague.locator("#rescue-file").set_input_files(file)
    colleague.get_by_label("Passphrase of the file").fill("guess")
    colleague.get_by_role("button", name="Take in", exact=True).click()
    expect(colleague.get_by_role("alert")).to_contain_text("not the passphrase")

    colleague.get_by_label("Passphrase of the file").fill(passphrase)
    colleague.get_by_role("button", name="Take in", exact=True).click()

    expect(colleague.locator("#outbox")).to_contain_text("all sent", timeout=15_000)
    colleague.goto("/leads")
    expect(colleague.get_by_role("link", name="Aiko Mori")).to_be_visible()
    expect(stranded.locator("#outbox")).to_contain_text("1 waiting")
    stranded.unroute("**/captures/sync")
    stranded.reload()
    expect(stranded.locator("#outbox")).to_contain_text("all sent", timeout=15_000)
    colleague.reload()
    expect(colleague.get_by_role("link", name="Aiko Mori")).to_have_count(1)


def test_a_file_for_the_server_is_handed_in_by_any_phone(
    stranded: Page, page_of: PageOf, server: Server, tmp_path: Path
) -> None:
    file = file_of(stranded, "Our server", tmp_path)
    colleague = page_of(cast.LIN, on=server)
    colleague.goto("/outbox")

    colleague.locator("#rescue-file").set_input_files(file)

    expect(colleague.get_by_text("With the server now: captures 1.")).to_be_visible()
    colleague.goto("/leads")
    expect(colleague.get_by_role("link", name="Aiko Mori")).to_be_visible()
