"""A badge is scanned while a person merges its lead away, on both databases."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.capture import queries
from app.db import Database
from tests import cast
from tests.cast import Person
from tests.leads_on_stage import ledger_now, met
from tests.phone import chips


def test_a_scan_that_read_the_badge_just_before_a_merge_reaches_the_kept_lead(
    browser_of: Callable[[Person], TestClient], database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    sam, lin = browser_of(cast.SAM), browser_of(cast.LIN)
    kept, gone = met(sam, "Aiko Mori", badge="R-1"), met(sam, "Mori Aiko", badge="R-2")
    lin.post(f"/leads/{kept}/merge", data={"other_id": str(gone)})
    fresh, asked = queries.leads_with_keys, []

    def stale_at_first(connection: Any, exhibitors: Any, keys: Any) -> Any:
        asked.append(keys)
        found = fresh(connection, exhibitors, keys)
        return dict.fromkeys(found, gone) if len(asked) == 1 else found

    monkeypatch.setattr(queries, "leads_with_keys", stale_at_first)
    again = met(sam, "Mori Aiko", badge="R-2", interactions=chips("sample"))

    assert again == kept
    assert "sample" in {line.kind for line in ledger_now(database, kept)}
    assert not ledger_now(database, gone)
