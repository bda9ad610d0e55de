"""Saved now, qualified later: what waits on a phone, what was refused, what is added to a lead."""

import json

import pytest
from playwright.sync_api import Page, Route, expect
from sqlmodel import select

from app.capture.models import Capture
from app.db import Database
from app.leads.models import Lead
from tests import cast
from tests.browser.conftest import PageOf
from tests.browser.serving import Server


@pytest.fixture
def phone(page_of: PageOf, server: Server) -> Page:
    """Sam's phone, with Chen Meiling typed in but not saved yet."""
    return with_chen_meiling(page_of(cast.SAM, on=server))


@pytest.fixture
def cut_off(page_of: PageOf, gallery: Server) -> Page:
    """The same, where nothing that is saved will reach the server."""
    return with_chen_meiling(page_of(cast.SAM, on=gallery))


def with_chen_meiling(page: Page) -> Page:
    page.goto("/captures/new")
    page.get_by_role("button", name="Type").click()
    page.get_by_label("Name", exact=True).fill("Chen Meiling")
    return page


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()


def test_what_is_added_later_goes_to_the_same_lead(phone: Page, database: Database) -> None:
    save(phone)
    expect(phone.locator("#outbox")).to_contain_text("all sent")
    phone.goto("/captures")
    phone.get_by_role("link", name="Qualify Chen Meiling").click()
    phone.get_by_role("radio", name="Hot").check()
    save(phone)

    expect(phone.locator("#captures")).to_contain_text("Hot")
    with database.reading() as session:
        [lead] = session.exec(select(Lead)).all()
        first, added = sorted(session.exec(select(Capture)).all(), key=lambda each: each.id)
    assert lead.rating == "hot"
    assert (first.adds_to_id, added.adds_to_id) == (None, first.id)


def test_what_the_server_refused_stays_in_sight_until_it_is_put_right(
    phone: Page, database: Database
) -> None:
    phone.route("**/captures/sync", refuse)
    save(phone)
    expect(phone.locator("#outbox")).to_contain_text("1 needs a look")
    phone.goto("/captures")
    expect(phone.locator("#here")).to_contain_text("Please shorten the note.")

    phone.unroute("**/captures/sync")
    phone.get_by_role("link", name="Put right").click()
    phone.get_by_label("Note", exact=True).fill("Short.")
    save(phone)

    expect(phone.locator("#captures")).to_contain_text("Chen Meiling")
    expect(phone.locator("#here")).to_be_hidden()
    with database.reading() as session:
        [capture] = session.exec(select(Capture)).all()
    assert capture.body["note"] == "Short."


def refuse(route: Route) -> None:
    captures = json.loads(route.request.post_data or "")["captures"]
    refused = {"verdict": "refused", "reason": "too_large", "message": "Please shorten the note."}
    verdicts = [{"capture_id": each["capture_id"], **refused} for each in captures]
    route.fulfill(json={"verdicts": verdicts})


def test_a_phone_that_is_signed_out_keeps_what_it_saved_and_says_so(cut_off: Page) -> None:
    cut_off.route(
        "**/captures/sync", lambda route: route.fulfill(status=401, json={"error": "sign_in"})
    )

    save(cut_off)

    expect(cut_off.locator("#outbox")).to_contain_text("sign in to send 1")


def test_the_page_of_a_captive_portal_is_not_taken_for_an_answer(cut_off: Page) -> None:
    cut_off.route(
        "**/captures/sync",
        lambda route: route.fulfill(content_type="text/html", body="<h1>Hall Wi-Fi</h1>"),
    )

    save(cut_off)

    expect(cut_off.locator("#outbox")).to_contain_text("1 waiting")


def test_a_second_tap_takes_a_choice_back(cut_off: Page) -> None:
    hot = cut_off.get_by_role("radio", name="Hot")
    hot.check()

    hot.click()

    expect(hot).not_to_be_checked()


def test_nobody_is_saved_without_a_name_a_company_or_a_number(cut_off: Page) -> None:
    cut_off.get_by_label("Name", exact=True).fill("")

    save(cut_off)

    expect(cut_off.get_by_label("Name", exact=True)).to_have_attribute("aria-invalid", "true")
    expect(
        cut_off.get_by_text("Enter a name, a company, or a way to reach the visitor.")
    ).to_be_visible()
