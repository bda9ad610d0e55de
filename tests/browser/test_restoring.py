"""An older backup is put back during a show: the phones bring what it lacks."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from app.backup.service import back_up, restore
from app.capture.models import Capture
from app.db import Database
from app.leads.models import Lead
from tests import cast
from tests.browser.conftest import PageOf
from tests.browser.kept import wait_until
from tests.browser.serving import Server

EVERYTHING_ON_THE_PHONE = """
async () => {
  const open = indexedDB.open("showfloor");
  await new Promise((done) => (open.onsuccess = done));
  const kept = {};
  for (const name of open.result.objectStoreNames) {
    const all = open.result.transaction(name).objectStore(name).getAll();
    await new Promise((done) => (all.onsuccess = done));
    kept[name] = all.result.map((row) =>
      row.sealed ? { ...row, sealed: String.fromCharCode(...row.sealed) } : row);
  }
  open.result.close();
  return kept;
}
"""


@pytest.fixture
def phone(page_of: PageOf, server: Server) -> Page:
    page = page_of(cast.SAM, on=server)
    page.goto("/captures/new")
    return page


def meet(phone: Page, name: str) -> None:
    phone.get_by_role("button", name="Type").click()
    phone.get_by_label("Name", exact=True).fill(name)
    phone.get_by_role("button", name="Save", exact=True).click()
    expect(phone.get_by_role("button", name="Type")).to_be_visible()


def kept_on(phone: Page) -> dict[str, Any]:
    kept: dict[str, Any] = phone.evaluate(EVERYTHING_ON_THE_PHONE)
    return kept


def names(database: Database) -> list[str]:
    with database.reading() as session:
        return sorted(session.exec(select(Lead.name)))


def test_what_was_captured_after_the_backup_comes_back_once(
    phone: Page, database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "leads.zip"
    meet(phone, "Anna Weber")
    wait_until(lambda: names(database) == ["Anna Weber"], phone)
    back_up(database, file, print)
    meet(phone, "Chen Meiling")
    wait_until(lambda: names(database) == ["Anna Weber", "Chen Meiling"], phone)
    wait_until(lambda: not kept_on(phone)["outbox"], phone)
    restore(database, file, print, replace=True)
    assert names(database) == ["Anna Weber"]
    phone.wait_for_timeout(2_500)  # what the server says of itself is up to two seconds old

    meet(phone, "Aiko Mori")

    wait_until(lambda: names(database) == ["Aiko Mori", "Anna Weber", "Chen Meiling"], phone)
    with database.reading() as session:
        assert len(session.exec(select(Capture)).all()) == 3


def test_nothing_of_a_lead_can_be_read_on_the_phone_once_it_is_handed_in(
    phone: Page, database: Database
) -> None:
    meet(phone, "Chen Meiling")
    wait_until(lambda: bool(kept_on(phone)["sealed"]), phone)

    kept = kept_on(phone)

    assert kept["outbox"] == []
    assert len(kept["sealed"][0]["sealed"]) > 100
    assert "Meiling" not in json.dumps(kept)
