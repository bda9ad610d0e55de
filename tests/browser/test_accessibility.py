"""Nobody is kept out: axe finds nothing wrong, in either language and either theme."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, Faults, PageOf
from tests.browser.every_page import PAGES, Shown
from tests.browser.serving import Server


@pytest.mark.parametrize("shown", PAGES, ids=str)
@pytest.mark.parametrize(("language", "width"), [("en", PHONE), ("zh-Hans", DESKTOP)])
def test_axe_finds_no_fault_with_a_page(
    shown: Shown, language: str, width: int,
    page_of: PageOf, gallery: Server, bare: Server, faults: Faults,
) -> None:  # fmt: skip
    page = page_of(shown.person, language=language, width=width, on=bare if shown.bare else gallery)

    answer = page.goto(shown.path)

    assert answer is not None
    assert answer.status == shown.status
    assert page.locator("html").get_attribute("lang") == language
    assert not faults(page)
    assert not _wider_than_its_window(page)
    page.emulate_media(color_scheme="dark")
    assert not faults(page, "color-contrast")


def _wider_than_its_window(page: Page) -> bool:
    wider: bool = page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth")
    return wider


def test_axe_finds_a_picture_without_a_description(
    page_of: PageOf, gallery: Server, faults: Faults
) -> None:
    page = page_of(on=gallery)
    page.goto("/nothing-is-here")

    page.evaluate("() => document.querySelector('main').append(new Image())")

    assert any(fault.startswith("image-alt") for fault in faults(page))


def test_axe_finds_grey_on_grey_in_the_dark(
    page_of: PageOf, gallery: Server, faults: Faults
) -> None:
    page = page_of(theme="dark", on=gallery)
    page.goto("/nothing-is-here")

    page.evaluate("() => document.querySelector('h1').style.setProperty('color', '#333')")

    assert faults(page, "color-contrast")
