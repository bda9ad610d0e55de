"""What was backed up comes back, into either kind of database."""

import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from app.accounts.models import ExhibitorSeal
from app.backup.service import back_up, restore
from app.capture.models import Capture
from app.db import Database
from tests import cast
from tests.backup.conftest import everything_in, nothing
from tests.cast import Person
from tests.phone import capture, sync

Another = Callable[[str], Database]
Browsers = Callable[[Person], TestClient]


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_every_row_comes_back_into_either_kind_of_database(
    kind: str, lived_in: Database, another: Another, tmp_path: Path
) -> None:
    file, fresh = tmp_path / "leads.zip", another(kind)

    back_up(lived_in, file, nothing)
    restore(fresh, file, nothing, replace=False)

    assert everything_in(fresh) == everything_in(lived_in)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_capture_sent_again_after_a_restore_is_known(
    kind: str, browser_of: Browsers, database: Database, another: Another, tmp_path: Path
) -> None:
    """Its hash, its bytes and its body are as they were: a repeat is no conflict."""
    sent = capture(note="müde 王小明 🙂", rating="hot", answers={str(cast.BUDGET_QUESTION): 1.5e3})
    sync(browser_of(cast.SAM), sent)
    file, fresh = tmp_path / "leads.zip", another(kind)
    back_up(database, file, nothing)
    restore(fresh, file, nothing, replace=False)

    with database.reading() as one, fresh.reading() as other:
        (before,), (after,) = one.exec(select(Capture)).all(), other.exec(select(Capture)).all()

    assert after.model_dump() == before.model_dump()


def test_a_restored_database_is_another_to_the_phones(lived_in: Database, tmp_path: Path) -> None:
    file = tmp_path / "leads.zip"
    back_up(lived_in, file, nothing)
    with lived_in.reading() as session:
        before = session.exec(select(ExhibitorSeal)).all()

    restore(lived_in, file, nothing, replace=True)

    with lived_in.reading() as session:
        after = session.exec(select(ExhibitorSeal)).all()
    assert [seal.private_key for seal in after] == [seal.private_key for seal in before]
    assert {seal.generation for seal in after}.isdisjoint(seal.generation for seal in before)


def test_every_exhibitor_s_seal_is_in_a_backup_even_if_nobody_needed_it_before(
    database: Database, tmp_path: Path
) -> None:
    manifest = back_up(database, tmp_path / "leads.zip", nothing)

    assert manifest.tables["exhibitor_seal"].rows == manifest.tables["exhibitor"].rows


def test_a_backup_is_one_state_of_the_database_whatever_is_written_meanwhile(
    browser_of: Browsers, database: Database, another: Another, tmp_path: Path
) -> None:
    sam, file, fresh = browser_of(cast.SAM), tmp_path / "leads.zip", another("sqlite")
    sync(sam, capture())
    half_way, go_on = Event(), Event()

    def pause(progress: str) -> None:
        if progress.startswith("capture:"):
            half_way.set()
            go_on.wait(30)

    with ThreadPoolExecutor(1) as thread:
        backup = thread.submit(back_up, database, file, pause)
        half_way.wait(30)
        (verdict,) = sync(sam, capture("MECARD:N:Weber,Anna;ORG:Weber AG;;"))
        go_on.set()
        manifest = backup.result(30)
    restore(fresh, file, nothing, replace=False)

    assert verdict["verdict"] == "recorded"
    assert manifest.tables["capture"].rows == 1
    assert manifest.tables["interaction"].rows == 1


def test_a_backup_can_be_read_by_its_owner_only(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "leads.zip"

    back_up(database, file, nothing)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.glob("*leads*")] == ["leads.zip"]


def test_the_server_goes_on_while_it_is_restored(
    browser_of: Browsers, database: Database, tmp_path: Path
) -> None:
    """Its open connections see the restored database, and write to it."""
    sam, file = browser_of(cast.SAM), tmp_path / "leads.zip"
    early, late = capture(), capture("MECARD:N:Weber,Anna;ORG:Weber AG;;")
    sync(sam, early)
    back_up(database, file, nothing)
    sync(sam, late)

    restore(database, file, nothing, replace=True)

    assert sam.post("/captures/missing", json={"capture_ids": [late["capture_id"]]}).json()[
        "missing"
    ] == [late["capture_id"]]
    assert [each["verdict"] for each in sync(sam, early, late)] == ["known", "recorded"]
