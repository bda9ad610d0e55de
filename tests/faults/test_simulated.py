"""Real pages, outbox and sync, the real application, and between them all that goes wrong."""

from pathlib import Path

import pytest

from bench.faults.simulated import Verdict, verdicts
from tests.faults.database import KINDS, url_of

pytestmark = pytest.mark.database

SEEDS = {"sqlite": 20_261_016, "postgresql": 20_261_017}
CAPTURES = {"sqlite": 600, "postgresql": 300}
SIZE = {"captures": 30, "faults": 10}
KINDS_OF_FAULTS = 18
CAPTURE = {
    "phone": 0, "does": "captures", "person": 1, "typed": False, "rating": "", "chips": 0,
    "product": False, "unreadable": False,
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_goes_wrong_each_capture_is_stored_and_exported_once_and_the_pill_says_what_is_so(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    url, captures = url_of(kind, request, tmp_path), CAPTURES[kind]

    played = list(verdicts(url, kind, seed=SEEDS[kind], captures=captures, faults=1, plan=SIZE))

    assert not [_in_short(verdict) for verdict in played if verdict["findings"]]
    assert len({fault for verdict in played for fault in verdict["struck"]}) >= KINDS_OF_FAULTS


def test_a_clock_that_is_set_back_does_not_hide_what_waits(tmp_path: Path) -> None:
    """It was a schedule of the long simulation: the moment in which the pill may be behind."""
    crowd = [CAPTURE | {"at": at} for at in range(0, 100, 10)]
    sent = {"at": 5_000, "phone": 0, "does": "offline", "lasts": 30_000, "says": False}
    later = [CAPTURE | {"at": at} for at in (6_000, 6_020)]
    set_back = {"at": 6_010, "phone": 0, "does": "clock_moved", "by": -86_400_000}
    plan = {"former": [False], "lasts": 60_000, "events": [*crowd, sent, *later, set_back]}

    (played,) = verdicts(
        f"sqlite:///{tmp_path / 'x.db'}", "sqlite", seed=1, captures=1, faults=0, plan=plan
    )

    assert played["findings"] == []


def test_a_page_of_the_former_version_goes_on_saving_beside_the_next(tmp_path: Path) -> None:
    updated = {"at": 2_000, "phone": 0, "does": "updated", "leaves": True}
    captures = [CAPTURE | {"at": at} for at in range(0, 10_000, 500)]
    plan = {"former": [True], "lasts": 20_000, "events": [*captures, updated]}

    (played,) = verdicts(
        f"sqlite:///{tmp_path / 'x.db'}", "sqlite", seed=1, captures=1, faults=0, plan=plan
    )

    assert played["findings"] == []


def test_the_same_seed_plays_the_same_schedule(tmp_path: Path) -> None:
    urls = [f"sqlite:///{tmp_path / name}.db" for name in ("one", "other")]

    one, other = (
        list(verdicts(url, "sqlite", seed=7, captures=60, faults=1, plan=SIZE)) for url in urls
    )

    assert one == other


def _in_short(verdict: Verdict) -> str:
    return f"--seed {verdict['seed']}: {verdict['findings'][:3]}"
