"""A new version on the server: phones learn of it, and it waits until somebody wants it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from app.web import assets
from tests import cast
from tests.browser.conftest import Faults, PageOf
from tests.browser.kept import keep, wait_until
from tests.browser.serving import serving

CHANGED = "/* of the new version */"

Install = Callable[[], None]


@pytest.fixture
def install_new_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """From now on servers have other static files."""

    def install() -> None:
        files = shutil.copytree(assets.STATIC, tmp_path / "static")
        with (files / "capture" / "letters.js").open("a", encoding="utf-8") as module:
            module.write(CHANGED)
        monkeypatch.setattr(assets, "STATIC", files)
        _forget_version()

    yield install
    monkeypatch.undo()
    _forget_version()


def _forget_version() -> None:
    assets.version.cache_clear()
    assets.joined_styles.cache_clear()


def look_for_update(page: Page) -> None:
    """What a browser does by itself when a page is opened, and the page after an hour."""
    page.evaluate("async () => (await navigator.serviceWorker.ready).update()")


def is_waiting(page: Page) -> bool:
    waiting: bool = page.evaluate(
        "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)"
    )
    return waiting


def test_an_update_in_the_middle_of_a_sheet_disturbs_nobody_and_waits_for_a_tap(
    page_of: PageOf, phone_database: str, install_new_version: Install, faults: Faults
) -> None:
    with serving(phone_database) as running:
        page = page_of(cast.SAM, on=running, worker=True)
        keep(page)
        old = assets.version()
        page.get_by_role("button", name="Type").click()
        page.get_by_label("Name", exact=True).fill("Anna Weber")
    install_new_version()
    with serving(phone_database, running.port):
        look_for_update(page)
        wait_until(lambda: is_waiting(page), page)

        expect(page.locator("#update-ready")).to_be_hidden()
        assert CHANGED not in text_of(page, f"/static/{old}/capture/letters.js")
        expect(page.get_by_label("Name", exact=True)).to_have_value("Anna Weber")
        page.get_by_role("button", name="Save").click()
        expect(page.locator("#outbox")).to_contain_text("all sent")

        expect(page.get_by_text("Update ready")).to_be_visible()
        assert not faults(page)
        page.get_by_role("button", name="Load it").click()
        expect(script_of(page, assets.version())).to_be_attached(timeout=20_000)
        expect(page.get_by_text("Update ready")).to_be_hidden()
        assert CHANGED in text_of(page, f"/static/{assets.version()}/capture/letters.js")
        assert CHANGED not in text_of(page, f"/static/{old}/capture/letters.js")


def test_a_page_of_the_new_version_lets_it_take_over_beside_an_open_sheet_of_the_old_one(
    page_of: PageOf, phone_database: str, install_new_version: Install
) -> None:
    with serving(phone_database) as running:
        page = page_of(cast.SAM, on=running, worker=True)
        keep(page)
        old = assets.version()
        page.get_by_role("button", name="Type").click()
        page.get_by_label("Name", exact=True).fill("Anna Weber")
    install_new_version()
    with serving(phone_database, running.port):
        other = page.context.new_page()
        other.goto("/more")
        wait_until(lambda: f"showfloor {assets.version()}" in caches_of(page), page)
        wait_until(lambda: not is_waiting(page), page)

        expect(other.get_by_text("Update ready")).to_be_hidden()
        expect(page.get_by_label("Name", exact=True)).to_have_value("Anna Weber")
        expect(script_of(page, old)).to_be_attached()
        assert CHANGED not in text_of(page, f"/static/{old}/capture/letters.js")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Update ready")).to_be_visible()


def test_a_capture_screen_that_was_changed_elsewhere_is_offered_and_not_forced(
    page_of: PageOf, phone_database: str
) -> None:
    with serving(phone_database) as running:
        page = page_of(cast.SAM, on=running, worker=True)
        keep(page)
        desk = page_of(cast.MEI, on=running)
        desk.goto(f"/shows/{cast.CANTON}/edit")
        desk.get_by_label("Booth").fill("9.9 Z99")
        desk.get_by_role("button", name="Save").click()

        page.goto("/captures/new")

        expect(page.locator(".camera-place")).not_to_contain_text("9.9 Z99")
        page.get_by_role("button", name="Load it").click()
        expect(page.locator(".camera-place")).to_contain_text("9.9 Z99")


def script_of(page: Page, version: str) -> Locator:
    return page.locator(f'script[src="/static/{version}/capture/page.js"]')


def caches_of(page: Page) -> list[str]:
    names: list[str] = page.evaluate("() => caches.keys()")
    return names


def text_of(page: Page, address: str) -> str:
    """What the page gets there, even where the browser's own cache has been emptied."""
    fetched = "async address => (await fetch(address, { cache: 'reload' })).text()"
    return str(page.evaluate(fetched, address))
