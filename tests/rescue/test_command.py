"""showfloor import captures, as somebody at a terminal uses it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import select
from typer.testing import CliRunner, Result

from app.capture.models import Capture
from app.cli import app
from app.config import settings
from app.db import Database
from tests.phone import capture
from tests.rescue.files import PASSPHRASE, photo_of, rescue_file, seal_of_kogyo

Import = Callable[..., Result]
MEI = "mei@kogyo.example"


@pytest.fixture
def imported(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Import:
    """Imports the text of a file into the test's database."""
    monkeypatch.setenv("SHOWFLOOR_DATABASE_URL", database_url)
    settings.cache_clear()
    file = tmp_path / "waiting.txt"

    def command(text: str, *, member: str = MEI, typed: str = "", kept: str = "") -> Result:
        file.write_text(text, "utf-8")
        words = ["import", "captures", str(file), "--member", member]
        return CliRunner().invoke(app, words, input=typed, env={"RESCUE_PASSPHRASE": kept})

    return command


def stored(database: Database) -> list[Capture]:
    with database.reading() as session:
        return list(session.exec(select(Capture)))


def test_a_file_is_taken_in_and_each_capture_has_its_line(
    imported: Import, database: Database
) -> None:
    sent = capture()
    text = rescue_file(sent, photos=(photo_of(sent),))

    first = imported(text, typed=f"{PASSPHRASE}\n")
    again = imported(text, kept=PASSPHRASE)

    assert first.exit_code == 0, first.output
    assert f"recorded  {sent['capture_id']}  Aiko Mori, Mori KK" in first.output
    assert "photos: 1 recorded" in first.output
    assert "captures: 1 known" in again.output
    assert len(stored(database)) == 1


def test_a_sealed_file_needs_no_passphrase(imported: Import, database: Database) -> None:
    key = seal_of_kogyo(database).public_key

    done = imported(rescue_file(capture(), passphrase=None, key=key))

    assert "captures: 1 recorded" in done.output


@pytest.mark.parametrize(
    ("passphrase", "member", "said"),
    [
        ("guess", MEI, "not the passphrase"),
        (PASSPHRASE, "olu@brightline.example", "another exhibitor"),
        (PASSPHRASE, "nobody@kogyo.example", "No member"),
    ],
)
def test_a_file_that_is_not_taken_in_says_why(
    imported: Import, database: Database, passphrase: str, member: str, said: str
) -> None:
    done = imported(rescue_file(capture()), member=member, typed=f"{passphrase}\n")

    assert done.exit_code == 1
    assert said in done.output
    assert stored(database) == []
