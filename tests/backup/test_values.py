"""Values as JSON has them, names of backups, and what is in one, in words."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.backup.comparison import in_words, is_empty, what_would_be_lost
from app.backup.keeping import name_of, to_remove
from app.backup.values import KINDS, read, written

ZONES = some.sampled_from([UTC, timezone(timedelta(hours=8))])
OF_KIND = {
    "bool": some.booleans(),
    "bytes": some.binary(),
    "date": some.dates(),
    "float": some.floats(allow_nan=False),
    "int": some.integers(-(2**63), 2**63 - 1),
    "json": some.dictionaries(some.text(), some.lists(some.integers() | some.text())),
    "moment": some.datetimes(timezones=ZONES).filter(lambda at: 1 < at.year < 9999),
    "text": some.text(),
    "uuid": some.uuids(),
}
MONDAY = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_nothing_stays_nothing(kind: str) -> None:
    assert read(kind, json.loads(json.dumps(written(kind, None)))) is None


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(data=some.data())
def test_a_value_comes_back_as_it_was(kind: str, data: Any) -> None:
    value = data.draw(OF_KIND[kind])

    assert read(kind, json.loads(json.dumps(written(kind, value)))) == value


def test_values_are_written_so_that_others_can_read_them() -> None:
    assert written("uuid", UUID(int=1)) == "00000000-0000-0000-0000-000000000001"
    assert written("moment", MONDAY) == "2026-11-23T06:30:00+00:00"
    assert written("date", date(2026, 11, 23)) == "2026-11-23"
    assert written("bytes", b"\x00\xff") == "AP8="


def test_the_newest_backups_stay() -> None:
    names = [name_of(MONDAY + timedelta(days=day)) for day in range(5)]

    assert to_remove(reversed(names), 2) == names[:3]


def test_fewer_backups_than_are_kept_all_stay() -> None:
    assert to_remove([name_of(MONDAY)], 7) == []


def test_what_is_no_backup_of_ours_is_never_removed() -> None:
    others = ["leads.zip", "showfloor.db", "showfloor-old.zip", f"{name_of(MONDAY)}.bak"]

    assert to_remove([*others, name_of(MONDAY)], 1) == []


def test_what_is_there_is_counted_in_words() -> None:
    counts = {"lead": 1, "capture": 1234, "show": 0, "lead_key": 9}

    assert in_words(counts) == "1 lead, 1,234 captures"
    assert in_words({}) == "nothing"


def test_a_database_is_empty_when_nobody_has_set_anything_up() -> None:
    assert is_empty({"exhibitor": 0, "lead": 0})
    assert not is_empty({"exhibitor": 1, "lead": 0})


def test_captures_that_came_after_the_backup_are_named() -> None:
    def lost(newest: datetime) -> str:
        return what_would_be_lost({"lead": 2}, newest, {"lead": 1}, MONDAY)

    assert "came in at 2026-11-23 07:30 UTC" in lost(MONDAY + timedelta(hours=1))
    assert "came in" not in lost(MONDAY - timedelta(hours=1))
