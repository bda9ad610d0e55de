from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from app.imports.service import taking_in
from tests import cast
from tests.cast import Person


@pytest.fixture
def manager(
    client: TestClient, browser_of: Callable[[Person], TestClient], monkeypatch: pytest.MonkeyPatch
) -> TestClient:
    """Mei's browser, at a server that looks at captures only once."""
    monkeypatch.setattr(taking_in, "SECOND_LOOK", 0)
    return browser_of(cast.MEI)
