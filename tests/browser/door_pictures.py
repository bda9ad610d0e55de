"""Takes the pictures of docs/lan.md again: the door of a laptop, as two phones see it."""

from playwright.sync_api import Playwright, ViewportSize

from app.lan.laptop import Laptop
from app.main import create_door
from tests.architecture.house import ROOT
from tests.browser.conftest import FLAGS, PHONE, chromium
from tests.browser.serving import standing_in
from tests.browser.test_lan import ANDROID, IPHONE
from tests.lan.certificates import BOOTH, a_signer
from tests.lan.laptop import free_ports

PICTURES = ROOT / "docs" / "screens"
TALL = ViewportSize(width=PHONE, height=1000)


def take_the_door(playwright: Playwright) -> None:
    laptop = Laptop("booth.local", (BOOTH,), 8443, 8080, a_signer().authority)
    port = free_ports()[0]
    # The page is asked for at the laptop's address, so that it shows that one.
    led_here = f"--host-resolver-rules=MAP {BOOTH}:8080 127.0.0.1:{port}"
    with standing_in(create_door(laptop), port):
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS, led_here])
        for name, agent, language, theme in (
            ("trust-iphone", IPHONE, "en", "light"),
            ("trust-android-zh-dark", ANDROID, "zh-Hans", "dark"),
        ):
            page = browser.new_context(
                user_agent=agent, viewport=TALL, device_scale_factor=2, reduced_motion="reduce",
                color_scheme="dark" if theme == "dark" else "light",
            ).new_page()  # fmt: skip
            page.goto(f"{laptop.door}/?language={language}")
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()
