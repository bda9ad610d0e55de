"""A proof that cannot fail proves nothing: broken on purpose, it goes red and says where."""

from pathlib import Path
from typing import Any

import pytest

from bench.faults.simulated import Tally, verdicts

pytestmark = pytest.mark.database

SABOTAGE = "tests.faults.sabotage:"
SIZE = {"captures": 25, "faults": 14}


def found_when(tmp_path: Path, **broken: Any) -> set[str]:
    """The kinds of findings in a handful of schedules of an application that is broken so."""
    url = f"sqlite:///{tmp_path / 'broken.db'}"
    played = verdicts(url, "sqlite", seed=1, captures=500, faults=1, plan=SIZE, **broken)
    return {finding["kind"] for verdict in played for finding in verdict["findings"]}


def test_looking_before_storing_instead_of_a_constraint_is_found_to_double(tmp_path: Path) -> None:
    assert "doubled" in found_when(tmp_path, sabotage=f"{SABOTAGE}check_then_insert")


def test_an_answer_before_the_commit_is_found_to_lose(tmp_path: Path) -> None:
    assert "lost" in found_when(tmp_path, sabotage=f"{SABOTAGE}acknowledge_before_commit")


def test_tabs_without_a_lock_are_found_to_send_at_once(tmp_path: Path) -> None:
    assert "two senders at once" in found_when(tmp_path, no_locks=True)


def test_unbroken_the_same_schedules_find_nothing(tmp_path: Path) -> None:
    assert found_when(tmp_path) == set()


def test_a_schedule_that_fails_is_told_as_the_few_events_that_make_it_fail(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'broken.db'}"
    broken = {"no_locks": True, "shrinks": True}

    played = verdicts(url, "sqlite", seed=1, captures=500, faults=1, plan=SIZE, **broken)
    failed = next(verdict for verdict in played if verdict["findings"])

    assert len(failed["events"]) < SIZE["captures"] / 2


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        ("lost", "lost"),
        ("never sent", "lost"),
        ("doubled", "doubled"),
        ("wrong pill", "wrong pill"),
        ("other body", "other"),
    ],
)
def test_a_finding_counts_in_its_column_with_every_fault_of_its_schedule(
    kind: str, column: str
) -> None:
    tally = Tally()

    tally.count({"findings": [{"kind": kind}], "struck": {"delayed": 2}, "captures": 5})

    assert tally.found[column] == tally.found_with["delayed"][column] == 1
    assert (tally.captures, tally.faults, len(tally.failed)) == (5, 2, 1)
