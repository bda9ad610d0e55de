"""The main job: set up, join, scan, save, find the lead with its reasons, take it away."""

import csv
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import create_engine, text

from app.db import metadata
from tests.browser.badges import badge_video
from tests.browser.conftest import CHROMIUM, FLAGS, PHONE
from tests.browser.serving import Server, serving

CAMERA = ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream")
BADGE = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Weber;Anna;;;\r\nFN:Anna Weber\r\nORG:Brückner GmbH\r\n"
    "TITLE:Head of Procurement\r\nTEL;TYPE=CELL:+49 171 1234567\r\n"
    "EMAIL:anna@brueckner.example\r\nUID:R-1001\r\nEND:VCARD\r\n"
)


@pytest.fixture(params=["sqlite", "postgresql"])
def new_server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """A server that nobody has set up yet, on either database."""
    url = f"sqlite:///{tmp_path / 'new.db'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres_stage")
        _empty(url)
    with serving(url) as running:
        yield running


@pytest.fixture
def phone(browser: Browser, new_server: Server, tmp_path: Path) -> Iterator[Page]:
    """A staff member's phone with Anna's badge before its camera."""
    video = badge_video(BADGE, "qr_code", tmp_path / "badge.mjpeg")
    executable = next(filter(None, map(shutil.which, CHROMIUM)))
    flags = [*FLAGS, *CAMERA, f"--use-file-for-fake-video-capture={video}"]
    with browser.browser_type.launch(executable_path=executable, args=flags) as chromium:
        context = chromium.new_context(
            base_url=new_server.origin,
            locale="en-GB",
            permissions=["camera"],
            viewport={"width": PHONE, "height": 844},
        )
        yield context.new_page()


def test_from_the_first_visit_to_the_file_for_the_crm(
    browser: Browser, new_server: Server, phone: Page
) -> None:
    desk = browser.new_context(base_url=new_server.origin, locale="en-GB").new_page()
    set_up(desk)
    invitation = invite(desk)

    join(phone, invitation)
    scan_and_save(phone)

    look_at_the_lead(desk)
    exported = take_away(desk)
    assert (exported["Full name"], exported["Company"]) == ("Anna Weber", "Brückner GmbH")
    assert exported["Mobile"] == "+491711234567"
    assert exported["E-mail"] == "anna@brueckner.example"
    assert exported["Notes"].endswith("Wants the XT-200 line, replaces two presses.")
    assert (exported["Rating"], exported["Behaviour"]) == ("Hot", "Active")
    assert "Demo on" in exported["Reasons"]
    assert exported["Role in the purchase"] == "Decides"
    assert exported["Consent"] == "Given"
    assert exported["Met by"] == "Jonas Becker"


def set_up(desk: Page) -> None:
    today = datetime.now(UTC).date().isoformat()
    desk.goto("/")
    desk.get_by_label("Company name").fill("Kogyo Machines")
    desk.get_by_label("Your name").fill("Hana Sato")
    desk.get_by_label("E-mail").fill("hana@kogyo.example")
    desk.get_by_label("Password").fill("correct horse battery")
    desk.get_by_label("Name of the show").fill("K 2026")
    desk.get_by_label("First day").fill(today)
    desk.get_by_label("Last day").fill(today)
    desk.get_by_label("Time zone").select_option("Africa/Abidjan")
    desk.get_by_label("Booth").fill("8a-B12")
    desk.get_by_role("button", name="Start").click()


def invite(desk: Page) -> str:
    desk.goto("/join-codes")
    desk.get_by_role("button", name="Show the code").click()
    expect(desk.get_by_role("img", name="QR code of the joining address")).to_be_visible()
    return desk.locator("#join-address").inner_text().strip()


def join(phone: Page, invitation: str) -> None:
    phone.goto(invitation)
    phone.get_by_label("Your name").fill("Jonas Becker")
    phone.get_by_role("button", name="Join").click()
    phone.goto("/captures/new")


def scan_and_save(phone: Page) -> None:
    expect(phone.locator("#who")).to_have_text("Anna Weber", timeout=20_000)
    phone.get_by_role("radio", name="Hot").check()
    phone.get_by_role("checkbox", name="Demo").check()
    phone.get_by_role("radio", name="Decides").check()
    phone.get_by_label("Note", exact=True).fill("Wants the XT-200 line, replaces two presses.")
    phone.get_by_role("switch", name="May be contacted").check()
    phone.get_by_role("button", name="Save").click()
    expect(phone.locator("#outbox")).to_contain_text("all sent", timeout=10_000)


def look_at_the_lead(desk: Page) -> None:
    desk.goto("/leads")
    row = desk.get_by_role("link", name="Anna Weber")
    expect(row).to_contain_text("Active")
    row.click()
    expect(desk.get_by_role("heading", name="Anna Weber")).to_be_visible()
    expect(desk.get_by_text("unless somebody talks to the lead")).to_be_visible()
    expect(desk.get_by_text("Wants the XT-200 line")).to_be_visible()


def take_away(desk: Page) -> dict[str, str]:
    desk.goto("/leads")
    desk.locator('summary[aria-label="Take the list away"]').click()
    with desk.expect_download() as download:
        desk.get_by_role("link", name="CSV file").click()
    (row,) = csv.DictReader(StringIO(download.value.path().read_text("utf-8-sig")))
    return row


def _empty(url: str) -> None:
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("SET session_replication_role = replica"))
        for name in metadata.tables:
            connection.execute(text(f"DELETE FROM public.{name}"))
    engine.dispose()
