from collections.abc import Callable, Iterator
from threading import enumerate as threads

import pytest
from starlette.testclient import TestClient

from app.imports.routes import THREAD
from app.imports.service import taking_in
from tests import cast
from tests.cast import Person


@pytest.fixture
def manager(
    client: TestClient, browser_of: Callable[[Person], TestClient], monkeypatch: pytest.MonkeyPatch
) -> Iterator[TestClient]:
    """Mei's browser, at a server that looks for late captures at once. It ends with its work."""
    monkeypatch.setattr(taking_in, "SECOND_LOOK", 0)
    yield browser_of(cast.MEI)
    for thread in threads():
        if thread.name == THREAD:
            thread.join(10)
