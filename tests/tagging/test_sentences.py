"""Reasons as sentences."""

from datetime import UTC, datetime

import pytest

from app.tagging.sentences import reason_in_words
from app.tagging.tag import Reason
from app.web.language import Language

AT = datetime(2026, 10, 16, 10, 30, tzinfo=UTC)


@pytest.mark.parametrize(("points", "said"), [(1, "1 point"), (1.5, "1.5 points"), (6, "6 points")])
def test_a_reason_tells_one_point_from_many(points: float, said: str) -> None:
    reason = Reason("happened", {"kind": "demo", "at": AT, "points": points})

    told = reason_in_words(reason, Language.named("en"))

    assert told == f"Demo on 16 Oct 2026, 10:30: {said}"
