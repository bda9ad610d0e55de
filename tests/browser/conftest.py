"""Browsers for tests: one Chromium a session, a fresh profile for every page asked for."""

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest
from fastapi import Response
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from app.accounts.current import CurrentActor
from app.db import Database
from app.web.page import Page as TemplatePage
from tests import samples
from tests.architecture.house import ROOT
from tests.browser.serving import Server, serving
from tests.cast import Person

HERE = Path(__file__).parent
AXE = HERE / "vendor" / "axe.min.js"
VALIDATOR = ROOT / "node_modules" / ".bin" / "html-validate"
RULES = HERE / "htmlvalidate.json"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE, DESKTOP = 390, 1280
HEIGHTS = {PHONE: 844, DESKTOP: 800}


class PageOf(Protocol):
    """Opens a page as somebody: page_of(cast.SAM, language="zh-Hans", theme="dark")."""

    def __call__(
        self,
        person: Person | None = None,
        *,
        language: str = "en",
        theme: str = "light",
        width: int = PHONE,
        on: Server | None = None,
        worker: bool = False,
    ) -> Page: ...


class Validate(Protocol):
    """Asks html-validate about files; what it finds, or nothing."""

    def __call__(self, pages: Iterable[Path]) -> str: ...


class Faults(Protocol):
    """Asks axe about a page: all its rules, or only those named."""

    def __call__(self, page: Page, *only: str) -> list[str]: ...


@pytest.fixture(scope="session")
def validate() -> Validate:
    def faults(pages: Iterable[Path]) -> str:
        checked = subprocess.run(
            [VALIDATOR, "--config", RULES, "--formatter", "text", *pages],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return checked.stdout + checked.stderr

    return faults


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


def show_patterns(page: TemplatePage, _: CurrentActor) -> Response:
    """Every component there is, as an address of the tests' own."""
    return page("patterns.html")


def chromium() -> str:
    """Where the system's Chromium is."""
    executable = next(filter(None, map(shutil.which, CHROMIUM)), None)
    assert executable, "no Chromium found: make test installs it"
    return executable


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def server(database_url: str) -> Iterator[Server]:
    """A server on a database of the test's own: once on SQLite, once on PostgreSQL."""
    with serving(database_url) as running:
        yield running


@pytest.fixture
def phone_database(sqlite_stage: Path, tmp_path: Path) -> str:
    """One kind of database, where it is the phone that is looked at."""
    copy = tmp_path / "showfloor.db"
    shutil.copy(sqlite_stage, copy)
    return f"sqlite:///{copy}"


@pytest.fixture
def phone_server(phone_database: str) -> Iterator[Server]:
    with serving(phone_database) as running:
        yield running


@pytest.fixture(scope="session")
def gallery(sqlite_stage: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server to look at and not to write to, with the cast and the samples."""
    copy = tmp_path_factory.mktemp("gallery") / "showfloor.db"
    shutil.copy(sqlite_stage, copy)
    database = Database(f"sqlite:///{copy}")
    samples.lay_out(database)
    database.close()
    with serving(f"sqlite:///{copy}") as running:
        running.app.get("/patterns")(show_patterns)
        yield running


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that nobody has set up yet."""
    with serving(f"sqlite:///{tmp_path_factory.mktemp('bare') / 'showfloor.db'}") as running:
        yield running


@pytest.fixture
def page_of(request: pytest.FixtureRequest, browser: Browser) -> Iterator[PageOf]:
    """Pages of browsers in which somebody is signed in, or nobody. They close with the test."""
    with ExitStack() as open_until_the_end:

        def page(
            person: Person | None = None,
            *,
            language: str = "en",
            theme: str = "light",
            width: int = PHONE,
            on: Server | None = None,
            worker: bool = False,
        ) -> Page:
            at = on or request.getfixturevalue("server")
            context = open_until_the_end.enter_context(
                browser.new_context(
                    base_url=at.origin,
                    locale={"en": "en-GB", "zh-Hans": "zh-CN"}[language],
                    color_scheme="dark" if theme == "dark" else "light",
                    viewport=ViewportSize(width=width, height=HEIGHTS.get(width, 844)),
                    has_touch=width < 700,
                    reduced_motion="reduce",
                    # It would fetch all there is behind every page of every test.
                    service_workers="allow" if worker else "block",
                )
            )
            if person:
                context.add_cookies(
                    [{"name": "sign_in", "value": person.token, "url": at.origin, "secure": True}]
                )
            context.add_init_script(path=AXE)
            return context.new_page()

        yield page


@pytest.fixture(scope="session")
def faults() -> Faults:
    """What axe finds wrong with a page, a line each: the rule, where, and why."""

    def found(page: Page, *only: str) -> list[str]:
        options = {"resultTypes": ["violations"], **({"runOnly": list(only)} if only else {})}
        answer = page.evaluate("options => axe.run(document, options)", options)
        return [
            f"{rule['id']} at {' '.join(map(str, node['target']))}: {node['failureSummary']}"
            for rule in answer["violations"]
            for node in rule["nodes"]
        ]

    return found
