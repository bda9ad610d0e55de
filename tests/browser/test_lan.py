"""A phone before the door of a laptop: the page that leads it to trust, and what comes after."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Error, Page, ViewportSize, expect

from tests import cast
from tests.browser.conftest import AXE, DESKTOP, FLAGS, HEIGHTS, PHONE, Faults, Validate, chromium
from tests.browser.kept import keep
from tests.lan.laptop import Running, serving_lan

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
)
ANDROID = (
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/141.0.0.0 Mobile Safari/537.36"
)
COMPUTER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36"
# Where Chromium looks for what its user trusts: older and newer versions.
STORES = (".pki/nssdb", ".local/share/pki/nssdb")


@pytest.fixture(scope="module")
def laptop(sqlite_stage: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("laptop")
    shutil.copy(sqlite_stage, folder / "showfloor.db")
    with serving_lan(folder) as running:
        yield running


@pytest.fixture
def trusting_browser(browser: Browser, laptop: Running, tmp_path: Path) -> Iterator[Browser]:
    """A browser whose user has installed the laptop's authority."""
    for store in STORES:
        folder = tmp_path / store
        folder.mkdir(parents=True)
        nss = ["certutil", "-d", f"sql:{folder}"]
        subprocess.run([*nss, "-N", "--empty-password"], check=True)
        trust = ["-A", "-t", "C,,", "-n", "booth", "-i", str(laptop.authority)]
        subprocess.run([*nss, *trust], check=True)
    opened = browser.browser_type.launch(
        executable_path=chromium(),
        args=list(FLAGS),
        env={**os.environ, "HOME": str(tmp_path)},
    )
    yield opened
    opened.close()


@pytest.fixture
def page(browser: Browser, laptop: Running) -> Iterator[Page]:
    """The door on a phone that trusts nothing yet."""
    with browser.new_context(base_url=laptop.door, user_agent=IPHONE) as context:
        yield context.new_page()


def test_a_phone_that_trusts_nothing_is_told_so_and_gets_no_further(
    page: Page, laptop: Running
) -> None:
    page.goto("/")

    page.get_by_role("button", name="Is it trusted now?").click()

    expect(page.get_by_text("Not trusted yet")).to_be_visible()
    expect(page.get_by_role("link", name="Go on to Showfloor")).to_be_hidden()
    with pytest.raises(Error, match="ERR_CERT_AUTHORITY_INVALID"):
        page.goto(laptop.origin)


def test_a_phone_that_has_installed_the_certificate_is_led_on_to_a_page_with_camera_and_worker(
    trusting_browser: Browser, laptop: Running
) -> None:
    page = trusting_browser.new_context(user_agent=IPHONE).new_page()
    page.goto(laptop.door)
    expect(page.get_by_text("This phone trusts the laptop.")).to_be_visible()
    expect(page.get_by_role("button", name="Is it trusted now?")).to_be_hidden()

    page.get_by_role("link", name="Go on to Showfloor").click()

    expect(page).to_have_url(f"{laptop.origin}/sign-in")
    assert page.evaluate("isSecureContext && Boolean(navigator.mediaDevices)")
    assert page.evaluate("'serviceWorker' in navigator")


def test_a_phone_that_trusts_the_laptop_captures_without_a_network_and_hands_in_afterwards(
    trusting_browser: Browser, laptop: Running
) -> None:
    context = trusting_browser.new_context(base_url=laptop.origin)
    context.add_cookies(
        [{"name": "sign_in", "value": cast.SAM.token, "url": laptop.origin, "secure": True}]
    )
    page = context.new_page()
    keep(page)
    context.set_offline(True)
    page.goto("/captures/new")
    page.get_by_role("button", name="Type").click()
    page.get_by_label("Name", exact=True).fill("Anna Weber")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#outbox")).to_contain_text("1 waiting")

    context.set_offline(False)

    expect(page.locator("#outbox")).to_contain_text("all sent", timeout=10_000)


def test_an_ipad_that_says_it_is_a_mac_finds_its_way_open(
    browser: Browser, laptop: Running
) -> None:
    mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15"
    with browser.new_context(user_agent=mac) as context:
        context.add_init_script("Object.defineProperty(navigator, 'maxTouchPoints', {value: 5})")
        page = context.new_page()

        page.goto(laptop.door)

        expect(page.get_by_role("link", name="Download the profile")).to_be_visible()


@pytest.mark.parametrize(
    ("agent", "language", "width"),
    [(IPHONE, "en", PHONE), (ANDROID, "zh-Hans", PHONE), (COMPUTER, "en", DESKTOP)],
    ids=["iphone", "android", "computer"],
)
def test_axe_finds_no_fault_with_the_door(
    browser: Browser, laptop: Running, faults: Faults, agent: str, language: str, width: int
) -> None:
    size = ViewportSize(width=width, height=HEIGHTS[width])
    with browser.new_context(user_agent=agent, viewport=size, reduced_motion="reduce") as context:
        context.add_init_script(path=AXE)
        page = context.new_page()

        page.goto(f"{laptop.door}/?language={language}")
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")

        assert page.locator("html").get_attribute("lang") == language
        assert not faults(page)
        page.emulate_media(color_scheme="dark")
        assert not faults(page, "color-contrast")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_door_is_valid_html(laptop: Running, validate: Validate, tmp_path: Path) -> None:
    shown = [
        httpx.get(f"{laptop.door}/?language={language}", headers={"User-Agent": agent}).text
        for language in ("en", "zh-Hans")
        for agent in (IPHONE, ANDROID, COMPUTER)
    ]
    files = [tmp_path / f"{number}.html" for number, _ in enumerate(shown)]
    for file, html in zip(files, shown, strict=True):
        file.write_text(html, encoding="utf-8")

    assert validate(files) == ""
