"""What the server says and does so that phones can give back what an older backup lacks."""

from collections.abc import Callable

from starlette.testclient import TestClient

from app.db import Database
from tests import cast
from tests.accounts.test_sealing import seals, setup_on
from tests.cast import Person
from tests.phone import batch, capture

Browsers = Callable[[Person], TestClient]


def test_an_acknowledgement_says_what_to_seal_the_copy_with_and_which_database_it_is(
    browser_of: Browsers, database: Database
) -> None:
    sam = browser_of(cast.SAM)
    setup = setup_on(sam.get("/captures/new").text)

    answer = sam.post("/captures/sync", json=batch(capture())).json()

    (seal,) = seals(database)
    assert answer["sealing_key"] == setup["sealing_key"]
    assert answer["generation"] == str(seal.generation)
