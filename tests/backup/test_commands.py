"""The commands, as somebody at a terminal uses them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import app
from app.config import settings
from app.db import Database

Run = Callable[..., str]


@pytest.fixture
def run(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("SHOWFLOOR_DATABASE_URL", database_url)
    settings.cache_clear()

    def command(*words: str, fails: bool = False) -> str:
        result = CliRunner().invoke(app, words)
        assert (result.exit_code != 0) == fails, result.output
        return result.output

    return command


def test_a_backup_and_a_restore_say_what_they_did(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "leads.zip"

    assert "2 exhibitors, 5 members" in run("backup", str(file))
    assert "2 exhibitors, 5 members" in run("restore", str(file), "--replace")


def test_a_restore_over_a_database_that_is_in_use_says_what_would_be_lost(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "leads.zip"
    run("backup", str(file))

    said = run("restore", str(file), fails=True)

    assert "This database holds 2 exhibitors, 5 members" in said
    assert "--replace" in said


def test_in_a_folder_the_newest_backups_stay(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for day in range(1, 4):
        (folder / f"showfloor-2020010{day}T000000Z.zip").touch()
    (folder / "notes.txt").touch()

    said = run("backup", str(folder), "--keep", "2")

    left = sorted(file.name for file in folder.iterdir())
    assert "removed: 2" in said
    assert left[0] == "notes.txt"
    assert left[1] == "showfloor-20200103T000000Z.zip"
    assert len(left) == 3


def test_a_backup_of_a_database_that_is_not_there_makes_none(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOWFLOOR_DATABASE_URL", f"sqlite:///{tmp_path / 'nowhere.db'}")
    settings.cache_clear()

    assert "nowhere.db" in run("backup", str(tmp_path / "leads.zip"), fails=True)
    assert not (tmp_path / "nowhere.db").exists()


def test_a_restore_of_what_is_no_backup_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "leads.zip").write_bytes(b"PK, but no more")

    assert "cannot be read" in run("restore", str(tmp_path / "leads.zip"), "--replace", fails=True)


def test_a_restore_of_a_file_that_is_not_there_says_so(run: Run, tmp_path: Path) -> None:
    assert "nowhere.zip" in run("restore", str(tmp_path / "nowhere.zip"), fails=True)


def test_a_restore_makes_the_database_where_there_is_none(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, fresh = tmp_path / "leads.zip", tmp_path / "new" / "showfloor.db"
    run("backup", str(file))
    monkeypatch.setenv("SHOWFLOOR_DATABASE_URL", f"sqlite:///{fresh}")
    settings.cache_clear()

    assert "2 exhibitors" in run("restore", str(file))
    assert [each.name for each in fresh.parent.iterdir() if each.name.startswith(".")] == []


def test_a_restore_by_other_means_is_told(run: Run, database: Database) -> None:
    assert "hand in again" in run("restored")
