"""Real processes to kill: a server on a port of its own, and Chromium with a profile of its own."""

import asyncio
import json
import os
import shutil
import signal
import socket
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from playwright.async_api import BrowserContext, BrowserType, Page
from playwright.async_api import Error as BrowserGone
from pydantic import HttpUrl

from app.config import Settings
from app.main import create_app

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
FLAGS = (
    "--no-sandbox", "--headless=new", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
LOADS_WITHIN = 20_000

# The page's own outbox, saved into as the capture screen does; `saved` hears of it afterwards.
CAPTURE = """async ([captures, scripts]) => {
  const { outbox, sync } = await import(scripts);
  for (const capture of captures) {
    await outbox.put(capture, { name: "", company: "" });
    await window.saved(capture.capture_id);
    sync.send();
  }
}"""
STANDING = """async (scripts) => {
  const { outbox } = await import(scripts);
  const pill = document.getElementById("outbox");
  const before = await outbox.counts();
  const says = pill.hidden ? "sent" : pill.dataset.state;
  const after = await outbox.counts();
  return { before, after, says };
}"""
PILL = """(scripts) => import(scripts.replace("post.js", "pill.js"))"""
SCRIPTS = """() => performance.getEntriesByType("resource").map(({ name }) => name)
  .find((name) => name.endsWith("/offline/post.js"))"""


# Its processes are born with everything imported, so that a kill costs a moment and not seconds.
NURSERY = get_context("forkserver")
NURSERY.set_forkserver_preload(["app.main", "bench.faults.processes", "uvicorn"])


def serve(url: str, port: int) -> None:
    """A server as shipped, in this process."""
    settings = Settings(database_url=url, public_url=HttpUrl(f"http://localhost:{port}"))
    uvicorn.run(create_app(settings), port=port, log_level="critical", access_log=False)


class Server:
    """A server process on a database, started again on the same port after each kill."""

    def __init__(self, url: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.origin = f"http://localhost:{self.port}"
        self._url = url
        self._process: ForkServerProcess | None = None

    async def start(self) -> None:
        self._process = NURSERY.Process(target=serve, args=(self._url, self.port), daemon=True)
        self._process.start()
        async with httpx.AsyncClient() as client:
            for _ in range(600):
                with suppress(httpx.HTTPError):
                    await client.get(f"{self.origin}/health")
                    return
                await asyncio.sleep(0.05)
        raise TimeoutError(self.origin)

    def kill(self) -> None:
        if self._process:
            self._process.kill()
            self._process.join()
        self._process = None


class Phone:
    """A Chromium with its own profile, on the capture screen."""

    def __init__(self, kind: BrowserType, profile: Path, origin: str, token: str) -> None:
        self.saved: set[str] = set()
        self._kind = kind
        self._profile = profile
        self._origin = origin
        self._token = token
        self._context: BrowserContext | None = None
        self._page: Page | None = None
        self._scripts = ""

    async def open(self) -> None:
        """The browser, if it has died, and the capture screen in it."""
        if self._context is None:
            for lock in self._profile.glob("Singleton*"):
                lock.unlink(missing_ok=True)
            self._context = await self._kind.launch_persistent_context(
                self._profile, executable_path=CHROMIUM, args=list(FLAGS)
            )
            cookie = {"name": "sign_in", "value": self._token, "url": self._origin, "secure": True}
            await self._context.add_cookies([cookie])  # type: ignore[list-item]
            await self._context.expose_function("saved", self._hear)
            self._page = None
        if self._page is None:
            self._page = await self._context.new_page()
            await self._page.goto(f"{self._origin}/captures/new", timeout=LOADS_WITHIN)
            self._scripts = await self._page.evaluate(SCRIPTS)
            # a server that dies in the middle leaves a page without its scripts, which is no page
            await self._page.evaluate(PILL, self._scripts)

    def _hear(self, capture_id: str) -> None:
        self.saved.add(capture_id)

    async def capture(self, captures: list[dict[str, Any]]) -> None:
        assert self._page
        await self._page.evaluate(CAPTURE, [captures, self._scripts])

    async def standing(self) -> dict[str, Any]:
        assert self._page
        said: dict[str, Any] = await self._page.evaluate(STANDING, self._scripts)
        return said

    async def cut_network(self, cut: bool) -> None:
        if self._context:
            with suppress(BrowserGone):
                await self._context.set_offline(cut)

    async def forget(self) -> None:
        """It has died, or has nothing to show."""
        context, self._context, self._page = self._context, None, None
        if context:
            self.kill()
            with suppress(BrowserGone, asyncio.TimeoutError):
                await asyncio.wait_for(context.close(), 5)

    def kill(self) -> bool:
        """SIGKILL to the browser's main process, found by the profile that is ours alone."""
        ours = [pid for pid in _pids() if self._is_main(pid)]
        for pid in ours:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        return bool(ours)

    def _is_main(self, pid: int) -> bool:
        with suppress(OSError):
            words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
            has_our_profile = f"--user-data-dir={self._profile}".encode() in words
            return has_our_profile and not any(word.startswith(b"--type=") for word in words)
        return False


def _pids() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def canonical(capture: dict[str, Any]) -> str:
    return json.dumps(capture, sort_keys=True)
