"""Badges held before a faked camera: every symbology is read, and what is saved arrives."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import select

from app.capture.models import Capture
from app.db import Database
from app.leads.models import Interaction, Lead
from tests import cast
from tests.browser.badges import badge_picture, badge_video, hall, video_of
from tests.browser.conftest import CHROMIUM, FLAGS, PHONE
from tests.browser.serving import Server

ANNA = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Weber;Anna;;;\r\nFN:Anna Weber\r\n"
    "ORG:Brueckner Maschinenbau\r\nTITLE:Buyer\r\nEND:VCARD\r\n"
)
TOM = "MECARD:N:Okoro,Tom;ORG:Lagos Plastics;;"
NUMBER = "REG-004711"
CAMERA = ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream")

# A scanner's keys arrive at once; Playwright's own typing waits for the page between two keys.
TYPE_FAST = """keys => keys.forEach(key =>
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true})))"""

OpenAt = Callable[[Server, Path], Page]


@pytest.fixture
def capture_at(browser: Browser) -> Iterator[OpenAt]:
    """The capture screen of Sam's phone, with a video for its camera."""
    opened = []

    def open_at(server: Server, video: Path) -> Page:
        phone = browser.browser_type.launch(
            executable_path=next(filter(None, map(shutil.which, CHROMIUM))),
            args=[*FLAGS, *CAMERA, f"--use-file-for-fake-video-capture={video}"],
        )
        opened.append(phone)
        context = phone.new_context(
            base_url=server.origin,
            locale="en-GB",
            permissions=["camera"],
            viewport={"width": PHONE, "height": 844},
        )
        context.add_cookies(
            [{"name": "sign_in", "value": cast.SAM.token, "url": server.origin, "secure": True}]
        )
        page = context.new_page()
        page.goto("/captures/new")
        return page

    yield open_at
    for phone in opened:
        phone.close()


@pytest.mark.parametrize(
    ("symbology", "payload", "shown"),
    [
        ("qr_code", ANNA, "Anna Weber"),
        ("data_matrix", ANNA, "Anna Weber"),
        ("pdf417", TOM, "Tom Okoro"),
        ("aztec", ANNA, "Anna Weber"),
        ("code_128", NUMBER, NUMBER),
        ("code_39", NUMBER, NUMBER),
    ],
)
def test_a_badge_is_read_by_itself_and_shows_who_wears_it(
    gallery: Server, capture_at: OpenAt, tmp_path: Path,
    symbology: str, payload: str, shown: str,
) -> None:  # fmt: skip
    page = capture_at(gallery, badge_video(payload, symbology, tmp_path / "badge.mjpeg"))

    expect(page.locator("#who")).to_have_text(shown, timeout=15_000)


@pytest.mark.parametrize("angle", [20, 45])
def test_a_number_in_bars_is_read_when_the_badge_hangs_askew(
    gallery: Server, capture_at: OpenAt, tmp_path: Path, angle: int
) -> None:
    video = badge_video(NUMBER, "code_128", tmp_path / "badge.mjpeg", angle=angle)

    page = capture_at(gallery, video)

    expect(page.locator("#who")).to_have_text(NUMBER, timeout=15_000)


def test_a_product_is_not_taken_for_a_badge(
    gallery: Server, capture_at: OpenAt, tmp_path: Path
) -> None:
    video = badge_video("4006381333931", "ean_13", tmp_path / "product.mjpeg")

    page = capture_at(gallery, video)

    expect(page.locator("#hint")).to_contain_text("product", timeout=15_000)
    expect(page.locator("#sheet")).to_be_hidden()


def test_what_staff_note_about_a_badge_arrives_with_its_bytes(
    server: Server, capture_at: OpenAt, database: Database, tmp_path: Path
) -> None:
    page = capture_at(server, badge_video(ANNA, "qr_code", tmp_path / "badge.mjpeg"))
    page.get_by_role("radio", name="Hot").check(timeout=15_000)
    page.get_by_role("checkbox", name="Demo").check()
    page.get_by_role("radio", name="Decides").check()
    page.get_by_label("Note").fill("Wants a quote")
    page.get_by_role("button", name="Save", exact=True).dblclick()

    expect(page.locator("#outbox")).to_contain_text("all sent")
    with database.reading() as session:
        [capture] = session.exec(select(Capture)).all()
        [lead] = session.exec(select(Lead)).all()
        kinds = set(session.exec(select(Interaction.kind)).all())
    assert capture.payload == ANNA.encode()
    assert (capture.source, capture.symbology) == ("camera", "qr_code")
    assert (lead.name, lead.company, lead.rating) == ("Anna Weber", "Brueckner Maschinenbau", "hot")
    assert {"scan", "demo"} <= kinds


def test_rapid_saves_each_badge_once_and_says_the_name(
    server: Server, capture_at: OpenAt, database: Database, tmp_path: Path
) -> None:
    badges = [hall(), badge_picture(ANNA), badge_picture(TOM), hall()]
    page = capture_at(server, video_of(badges, tmp_path / "badges.mjpeg", seconds=2))
    page.get_by_label("Rapid").check()

    for name in ("Anna Weber", "Tom Okoro"):
        expect(page.locator("#flash")).to_contain_text(name, timeout=15_000)
    page.get_by_label("Rapid").uncheck()

    expect(page.locator("#outbox")).to_contain_text("all sent")
    with database.reading() as session:
        names = sorted(lead.name for lead in session.exec(select(Lead)).all())
        payloads = [capture.payload for capture in session.exec(select(Capture)).all()]
    assert names == ["Anna Weber", "Tom Okoro"]
    assert len(payloads) == len(set(payloads))


def test_a_capture_saved_without_a_network_leaves_when_there_is_one(
    server: Server, capture_at: OpenAt, database: Database, tmp_path: Path
) -> None:
    page = capture_at(server, badge_video(NUMBER, "qr_code", tmp_path / "badge.mjpeg"))
    expect(page.locator("#who")).to_have_text(NUMBER, timeout=15_000)
    page.context.set_offline(True)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#outbox")).to_contain_text("1 waiting")

    page.context.set_offline(False)

    expect(page.locator("#outbox")).to_contain_text("all sent")
    with database.reading() as session:
        [capture] = session.exec(select(Capture)).all()
    assert capture.payload == NUMBER.encode()


def test_the_unfinished_sheet_is_there_again_after_a_reload(
    gallery: Server, capture_at: OpenAt, tmp_path: Path
) -> None:
    page = capture_at(gallery, video_of([hall()], tmp_path / "hall.mjpeg"))
    page.get_by_role("button", name="Type").click()
    page.get_by_label("Name").fill("Chen Meiling")
    page.get_by_label("Warm").check()
    page.wait_for_timeout(600)

    page.reload()

    expect(page.get_by_label("Name")).to_have_value("Chen Meiling")
    expect(page.get_by_label("Warm")).to_be_checked()


def test_an_entry_is_not_saved_by_itself_when_the_camera_starts_again_before_its_badge(
    server: Server, capture_at: OpenAt, database: Database, tmp_path: Path
) -> None:
    page = capture_at(server, badge_video(ANNA, "qr_code", tmp_path / "badge.mjpeg"))
    expect(page.locator("#who")).to_have_text("Anna Weber", timeout=15_000)
    page.get_by_label("Note", exact=True).fill("Half a sen")
    page.wait_for_timeout(600)

    page.reload()
    expect(page.locator("#main")).to_have_attribute("data-camera", "on")
    page.wait_for_timeout(2000)

    expect(page.get_by_label("Note", exact=True)).to_have_value("Half a sen")
    expect(page.locator(".field-error")).to_have_count(0)
    with database.reading() as session:
        assert session.exec(select(Capture)).all() == []


def test_a_scanner_that_types_is_understood_wherever_the_cursor_is(
    gallery: Server, capture_at: OpenAt, tmp_path: Path
) -> None:
    page = capture_at(gallery, video_of([hall()], tmp_path / "hall.mjpeg"))
    expect(page.locator("#main")).to_have_attribute("data-camera", "on")

    page.evaluate(TYPE_FAST, [*NUMBER, "Enter"])

    expect(page.locator("#who")).to_have_text(NUMBER)


def test_a_badge_is_read_from_a_photo(gallery: Server, capture_at: OpenAt, tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    badge_picture(ANNA, frame=(3000, 2000), angle=12).save(photo)
    page = capture_at(gallery, video_of([hall()], tmp_path / "hall.mjpeg"))

    page.locator("#photo").set_input_files(photo)

    expect(page.locator("#who")).to_have_text("Anna Weber", timeout=15_000)
