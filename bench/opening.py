"""The capture screen: what its first load weighs, and how soon it opens without a network.

`python -m bench.opening`. Weighed are the bodies of the answers as they travel, compressed. The
scanner (the decoder with its worker) comes after the page and is told apart.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page, sync_playwright

from bench.stage import fill, new_database, served
from tests.browser.conftest import FLAGS, HEIGHTS, PHONE, chromium
from tests.browser.kept import keep

TIMES = 15
SLOWER = 4  # a phone beside this machine, as Lighthouse has it
SCANNER = ("zxing", "scanner/worker.js", "scanner/frames.js", "scanner/tilt.js")
PAINTED = ("/captures/new", ".css", ".svg")
CAMERA = ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream")
OPENED = "() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"


def main() -> None:
    with new_database("sqlite") as url:
        stage = fill(url)
        with served(url) as port:
            origin = f"http://localhost:{port}"
            with phone(origin, stage.tokens[0], worker=False) as context:
                tell_weight(first_load(context))
            with phone(origin, stage.tokens[0], worker=True) as context:
                page = context.new_page()
                keep(page)
                context.set_offline(True)
                for slower in (1, SLOWER):
                    tell_times(f"no network, CPU {slower}x slower", openings(page, slower))


@contextmanager
def phone(origin: str, token: str, *, worker: bool) -> Iterator[BrowserContext]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS, *CAMERA])
        context = browser.new_context(
            base_url=origin,
            viewport={"width": PHONE, "height": HEIGHTS[PHONE]},
            service_workers="allow" if worker else "block",
        )
        context.add_cookies([{"name": "sign_in", "value": token, "url": origin, "secure": True}])
        yield context
        browser.close()


def first_load(context: BrowserContext) -> dict[str, tuple[int, int]]:
    """Bytes of body and of headers, by address."""
    page = context.new_page()
    network = context.new_cdp_session(page)
    heads: dict[str, tuple[str, int]] = {}
    weights: dict[str, tuple[int, int]] = {}

    def began(event: dict[str, Any]) -> None:
        answer = event["response"]
        heads[event["requestId"]] = (answer["url"], answer["encodedDataLength"])

    def ended(event: dict[str, Any]) -> None:
        address, head = heads.get(event["requestId"], ("", 0))
        if address and not address.endswith("/manifest.webmanifest"):
            weights[address] = (event["encodedDataLength"] - head, head)

    network.on("Network.responseReceived", began)
    network.on("Network.loadingFinished", ended)
    network.send("Network.enable")
    page.goto("/captures/new")
    page.wait_for_timeout(3000)
    return weights


def tell_weight(weights: dict[str, tuple[int, int]]) -> None:
    page = {at: each for at, each in weights.items() if not any(one in at for one in SCANNER)}
    painted = {at: each for at, each in page.items() if at.endswith(PAINTED)}
    print(f"first load: {_kilobytes(page)} KB in {len(page)} answers, the scanner not counted")
    print(f"  until it is painted: {_kilobytes(painted)} KB")
    print(f"  headers beside: {sum(head for _, head in page.values()) / 1024:.1f} KB over HTTP/1.1")


def _kilobytes(weights: dict[str, tuple[int, int]]) -> str:
    return f"{sum(body for body, _ in weights.values()) / 1024:.1f}"


def openings(page: Page, slower: int) -> list[float]:
    """Milliseconds until all scripts of the page have run, each time with a worker that slept."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("ServiceWorker.enable")
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    return [_opening(page, devtools) for _ in range(TIMES)]


def _opening(page: Page, devtools: CDPSession) -> float:
    page.goto("about:blank")
    devtools.send("ServiceWorker.stopAllWorkers")
    page.goto("/captures/new")
    opened: float = page.evaluate(OPENED)
    return opened


def tell_times(what: str, times: list[float]) -> None:
    print(f"{what}: median {median(times):.0f} ms, slowest of {len(times)} {max(times):.0f} ms")


if __name__ == "__main__":
    main()
