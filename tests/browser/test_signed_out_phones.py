"""A phone that a manager signs out while captures wait on it."""

from playwright.sync_api import expect
from sqlmodel import select

from app.accounts.models import Device
from app.capture.models import Capture
from app.db import Database
from tests import cast
from tests.browser.conftest import DESKTOP, PageOf
from tests.browser.serving import Server


def test_a_phone_signed_out_far_from_the_network_hands_in_what_it_holds_and_is_done(
    page_of: PageOf, server: Server, database: Database
) -> None:
    sams, meis = page_of(cast.SAM, on=server), page_of(cast.MEI, width=DESKTOP, on=server)
    sams.goto("/captures/new")
    sams.route("**/captures/sync", lambda route: route.abort())
    sams.get_by_role("button", name="Type").click()
    sams.get_by_label("Name", exact=True).fill("Aiko Mori")
    sams.get_by_role("button", name="Save", exact=True).click()

    meis.goto("/devices")
    expect(meis.locator("#phones")).to_contain_text("1 waiting, oldest", timeout=30_000)
    meis.get_by_role("link", name="Sam Okafor").click()
    meis.get_by_role("button", name="Sign out").click()
    expect(meis.locator("#sign-out")).to_contain_text("It last said: 1 waiting")
    meis.locator("#sign-out").get_by_role("button", name="Sign out").click()
    expect(meis.locator("#phones")).to_contain_text("Signed out, and not done yet")

    sams.unroute("**/captures/sync")
    sams.evaluate("dispatchEvent(new Event('online'))")
    notice = sams.locator("[data-signed-out]")
    expect(notice).to_contain_text("Everything it held is handed in.", timeout=15_000)
    sams.goto("/captures")

    expect(sams.locator("h1")).to_have_text("Sign in")
    expect(meis.locator("#phones")).not_to_contain_text("Sam Okafor", timeout=30_000)
    meis.get_by_role("link", name="Captures handed in after a sign-out").click()
    expect(meis.locator("main")).to_contain_text("Aiko Mori")
    with database.reading() as session:
        [capture] = session.exec(select(Capture)).all()
        device = session.get_one(Device, cast.SAM.device_id)
    assert (capture.after_sign_out, device.door_hash) == (True, None)
