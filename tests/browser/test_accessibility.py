"""Nobody is kept out: axe finds nothing wrong, in either language and either theme."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, PageOf
from tests.browser.every_page import PAGES, Shown
from tests.browser.serving import Server

LOOKS = [("en", "light", PHONE), ("zh-Hans", "dark", PHONE), ("en", "dark", DESKTOP)]
LOOKS += [("zh-Hans", "light", DESKTOP)]


@pytest.mark.parametrize("shown", PAGES, ids=str)
@pytest.mark.parametrize(("language", "theme", "width"), LOOKS)
def test_axe_finds_no_fault_with_a_page(
    shown: Shown, language: str, theme: str, width: int,
    page_of: PageOf, gallery: Server, bare: Server, faults: Callable[[Page], list[str]],
) -> None:  # fmt: skip
    page = page_of(
        shown.person,
        language=language,
        theme=theme,
        width=width,
        on=bare if shown.bare else gallery,
    )

    page.goto(shown.path)

    assert page.locator("html").get_attribute("lang") == language
    assert not faults(page)
    assert not _wider_than_its_window(page)


def _wider_than_its_window(page: Page) -> bool:
    wider: bool = page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth")
    return wider


def test_axe_finds_a_picture_without_a_description(
    page_of: PageOf, gallery: Server, faults: Callable[[Page], list[str]]
) -> None:
    page = page_of(on=gallery)
    page.goto("/nothing-is-here")

    page.evaluate("() => document.querySelector('main').append(new Image())")

    assert any(fault.startswith("image-alt") for fault in faults(page))
