"""A restore that is killed half-way leaves the database as it was, or as it was to be."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.backup.service import back_up
from app.db import Database
from tests import samples
from tests.architecture.house import ROOT
from tests.backup.conftest import everything_in, nothing
from tests.leads_on_stage import lead_now


@pytest.mark.parametrize("moment", ["Checking", "lead:", "Bringing", "show:"])
def test_a_restore_that_is_killed_is_done_or_was_never_begun(
    moment: str, lived_in: Database, database_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "leads.zip"
    back_up(lived_in, file, nothing)
    backed_up = everything_in(lived_in)
    with lived_in.writing() as session:
        lead = lead_now(lived_in, samples.LEAD)
        lead.name = "Somebody Else"
        session.add(lead)
    changed = everything_in(lived_in)

    restoring = subprocess.Popen(
        [sys.executable, "-m", "app.cli", "restore", str(file), "--replace"],
        cwd=ROOT, env=os.environ | {"SHOWFLOOR_DATABASE_URL": database_url},
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert restoring.stderr
    next(line for line in restoring.stderr if line.startswith(moment))
    restoring.kill()
    restoring.communicate()

    assert everything_in(lived_in) in (backed_up, changed)
    assert changed != backed_up


def test_what_was_left_by_somebody_who_was_killed_is_cleared_away(
    database: Database, tmp_path: Path
) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = tmp_path / f".leads.zip.{gone.pid}.showfloor"
    left.write_text("every lead there is")
    growing = tmp_path / f".other.zip.{os.getppid()}.showfloor"
    growing.write_text("somebody is at it")

    back_up(database, tmp_path / "leads.zip", nothing)

    assert not left.exists()
    assert growing.exists()
