"""What a backup or a restore refuses, and that it leaves everything as it was."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import text

from app.backup import queries
from app.backup.manifest import NAME, NoBackup
from app.backup.service import WouldBeLost, back_up, restore
from app.db import Database
from app.kit.clock import now
from tests.backup.archives import changed, manifest_with
from tests.backup.conftest import everything_in, nothing


@pytest.fixture
def backup(lived_in: Database, tmp_path: Path) -> Path:
    file = tmp_path / "leads.zip"
    back_up(lived_in, file, nothing)
    return file


def test_a_database_that_holds_something_is_not_replaced_unasked(
    lived_in: Database, backup: Path
) -> None:
    before = everything_in(lived_in)

    with pytest.raises(WouldBeLost, match="holds 2 exhibitors, 5 members") as refusal:
        restore(lived_in, backup, nothing, replace=False)

    assert "--replace" in str(refusal.value)
    assert everything_in(lived_in) == before


@pytest.mark.parametrize("change", [manifest_with(revision="2099_01_01"), lambda _: b"{}"])
def test_a_backup_that_is_damaged_or_from_the_future_changes_nothing(
    change: Callable[[bytes], bytes], lived_in: Database, backup: Path
) -> None:
    before = everything_in(lived_in)

    with pytest.raises(NoBackup):
        restore(lived_in, changed(backup, NAME, change), nothing, replace=True)

    assert everything_in(lived_in) == before


def test_a_restore_that_fails_in_the_middle_changes_nothing(
    lived_in: Database, backup: Path
) -> None:
    before = everything_in(lived_in)

    def fail(progress: str) -> None:
        if progress.startswith("lead:"):
            raise OSError("No space left on device")

    with pytest.raises(OSError, match="space"):
        restore(lived_in, backup, fail, replace=True)

    assert everything_in(lived_in) == before
    assert list(backup.parent.glob(".*")) == []


def test_rows_that_refer_to_nothing_are_not_restored(lived_in: Database, backup: Path) -> None:
    """The hashes of such a backup are right: whoever made it had a database that was broken."""
    before = everything_in(lived_in)
    without = changed(backup, "tables/device.jsonl", lambda _: b"")
    with ZipFile(without) as archive:
        manifest = json.loads(archive.read(NAME))
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    manifest["tables"]["device"] |= {"rows": 0, "sha256": empty}
    broken = changed(without.rename(backup), NAME, lambda _: json.dumps(manifest).encode())

    with pytest.raises(Exception, match=r"(?i)foreign key|refers"):
        restore(lived_in, broken, nothing, replace=True)

    assert everything_in(lived_in) == before


def test_a_backup_that_fails_leaves_the_last_one_and_no_other_file(
    lived_in: Database, backup: Path
) -> None:
    last = backup.read_bytes()

    def fail(_: str) -> None:
        raise OSError("No space left on device")

    with pytest.raises(OSError, match="space"):
        back_up(lived_in, backup, fail)

    assert backup.read_bytes() == last
    assert list(backup.parent.glob(".*")) == []


def test_a_file_that_is_no_backup_is_not_written_over(database: Database, tmp_path: Path) -> None:
    precious = tmp_path / "precious.db"
    precious.write_bytes(b"SQLite format 3\x00")

    with pytest.raises(NoBackup, match="precious"):
        back_up(database, precious, nothing)

    assert precious.read_bytes() == b"SQLite format 3\x00"


def test_a_row_that_could_not_be_read_is_no_backup(
    lived_in: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = queries.rows_of
    monkeypatch.setattr(queries, "rows_of", lambda *asked: list(whole(*asked))[1:])

    with pytest.raises(NoBackup, match="Not every row"):
        back_up(lived_in, tmp_path / "leads.zip", nothing)

    assert not (tmp_path / "leads.zip").exists()


def test_what_would_be_lost_names_captures_that_came_after_the_backup(
    lived_in: Database, backup: Path
) -> None:
    with lived_in.engine.begin() as connection:
        late = now() + timedelta(hours=1)
        connection.execute(text("UPDATE capture SET received_at = :late"), {"late": late})

    with pytest.raises(WouldBeLost, match="Phones hand in again"):
        restore(lived_in, backup, nothing, replace=False)
