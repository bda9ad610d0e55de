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


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_goes_wrong_each_capture_is_stored_and_exported_once_and_the_pill_says_what_is_so(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    url, captures = url_of(kind, request, tmp_path), CAPTURES[kind]

    played = list(verdicts(url, kind, seed=SEEDS[kind], captures=captures, faults=1, plan=SIZE))

    assert not [_in_short(verdict) for verdict in played if verdict["findings"]]
    assert len({fault for verdict in played for fault in verdict["struck"]}) >= KINDS_OF_FAULTS


def test_the_same_seed_plays_the_same_schedule(tmp_path: Path) -> None:
    urls = [f"sqlite:///{tmp_path / name}.db" for name in ("one", "other")]

    one, other = (
        list(verdicts(url, "sqlite", seed=7, captures=60, faults=1, plan=SIZE)) for url in urls
    )

    assert one == other


def _in_short(verdict: Verdict) -> str:
    return f"--seed {verdict['seed']}: {verdict['findings'][:3]}"
