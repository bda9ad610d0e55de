"""A backup that is not as it was written is no backup."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.backup import gateway
from app.backup.manifest import FORMAT, NAME, Manifest, NoBackup
from app.kit.clock import now
from tests.backup.archives import changed, manifest_with

LINES = "tables/lead.jsonl"
COLUMNS = {"id": "uuid", "name": "text"}


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    file = tmp_path / "leads.zip"
    with gateway.new_archive(file) as archive:
        rows = ((f"0190-{number}", f"Aiko {number}") for number in range(100))
        lead = gateway.write_table(archive, "lead", COLUMNS, rows)
        manifest = Manifest(
            format=FORMAT, version="1", made_at=now(), database="sqlite", revision="r",
            tables={"lead": lead},
        )  # fmt: skip
        gateway.write_manifest(archive, manifest)
    return file


def test_what_is_as_it_was_written_is_opened(backup: Path) -> None:
    with gateway.opened_archive(backup) as (_, manifest):
        assert manifest.counts() == {"lead": 100}


@pytest.mark.parametrize(
    ("member", "change"),
    [
        (LINES, lambda lines: lines.replace(b"Aiko", b"Anna", 1)),
        (LINES, lambda lines: lines[: len(lines) // 2]),
        (LINES, lambda lines: lines + lines),
        (LINES, lambda lines: b""),
        (NAME, lambda _: b"{}"),
        (NAME, lambda _: b"\xff"),
        (NAME, manifest_with(format="showfloor backup 99")),
        (NAME, manifest_with(tables={"lead": {"rows": 1, "sha256": "0", "columns": {}}})),
        (NAME, manifest_with(tables={"lead": {"rows": 0, "sha256": "", "columns": {"a": "b"}}})),
        (NAME, manifest_with(tables={"nowhere": {"rows": 0, "sha256": "", "columns": {}}})),
    ],
)
def test_what_is_not_as_it_was_written_is_told(
    member: str, change: Callable[[bytes], bytes], backup: Path
) -> None:
    with pytest.raises(NoBackup), gateway.opened_archive(changed(backup, member, change)):
        pass


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 0.999])
def test_what_was_cut_off_is_told(share: float, backup: Path) -> None:
    whole = backup.read_bytes()
    backup.write_bytes(whole[: int(len(whole) * share)])

    with pytest.raises(NoBackup), gateway.opened_archive(backup):
        pass


@pytest.mark.parametrize("place", [0, 17, 1500])
def test_a_byte_that_is_flipped_in_a_row_is_told(place: int, backup: Path) -> None:
    def flipped(lines: bytes) -> bytes:
        return lines[:place] + bytes([lines[place] ^ 1]) + lines[place + 1 :]

    with pytest.raises(NoBackup), gateway.opened_archive(changed(backup, LINES, flipped)):
        pass
