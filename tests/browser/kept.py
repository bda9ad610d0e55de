"""What a phone keeps to open without a network, seen from a test."""

from collections.abc import Callable
from time import monotonic

from playwright.sync_api import Page

PATIENCE = 30.0


def keep(page: Page) -> None:
    """Open Capture, and wait until the phone could open it by itself."""
    page.goto("/captures/new")
    wait_until(lambda: is_kept(page), page)


def is_kept(page: Page) -> bool:
    answer: bool = page.evaluate("async () => Boolean(await caches.match('/captures/new'))")
    return answer


def wait_until(is_so: Callable[[], bool], page: Page) -> None:
    """Not the page's own waiting, which needs a policy that lets texts be evaluated."""
    until = monotonic() + PATIENCE
    while not is_so():
        assert monotonic() < until
        page.wait_for_timeout(50)
