"""An older backup: brought to the present shape, with the seals that it was too old to hold."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import select

from app.accounts.models import Exhibitor, ExhibitorSeal
from app.accounts.service import make_seal
from app.backup.service import back_up, restore, say_restored
from app.db import Database
from app.migration import migrate, newest_revision
from tests import cast
from tests.backup.conftest import nothing

FIRST = "2026_11_21"
EXHIBITOR = (
    "INSERT INTO exhibitor (id, name, country, is_demo, created_at) VALUES "
    "('{}', 'Kogyo', 'JP', {}, '2026-10-16 02:30:00')"
)


@pytest.fixture
def of_the_first_shape(tmp_path: Path) -> Path:
    """A backup from before there were seals, of one exhibitor."""
    database, file = Database(f"sqlite:///{tmp_path / 'first.db'}"), tmp_path / "first.zip"
    migrate(database, FIRST)
    with database.engine.begin() as connection:
        connection.exec_driver_sql(EXHIBITOR.format(cast.KOGYO.hex, 0))
    back_up(database, file, nothing)
    database.close()
    return file


def seals(database: Database) -> list[ExhibitorSeal]:
    with database.reading() as session:
        return list(session.exec(select(ExhibitorSeal)))


def test_an_older_backup_is_brought_to_the_present_shape(
    of_the_first_shape: Path, database: Database
) -> None:
    manifest = restore(database, of_the_first_shape, nothing, replace=True)

    with database.reading() as session:
        assert [each.name for each in session.exec(select(Exhibitor))] == ["Kogyo"]
    assert (manifest.revision, newest_revision(database)) == (FIRST, newest_revision(database))


def test_a_seal_that_the_backup_is_too_old_to_hold_is_kept(
    of_the_first_shape: Path, database: Database
) -> None:
    with database.writing() as session:
        make_seal(session, cast.KOGYO)
        make_seal(session, cast.BRIGHTLINE)
    before = {seal.exhibitor_id: seal.private_key for seal in seals(database)}

    restore(database, of_the_first_shape, nothing, replace=True)

    after = {seal.exhibitor_id: seal.private_key for seal in seals(database)}
    assert after == {cast.KOGYO: before[cast.KOGYO]}


def test_whoever_restores_by_other_means_can_say_so(
    database: Database, another: Callable[[str], Database]
) -> None:
    with database.writing() as session:
        make_seal(session, cast.KOGYO)
    before = seals(database)

    say_restored(database)

    after = seals(database)
    assert after[0].generation != before[0].generation
    assert after[0].private_key == before[0].private_key
