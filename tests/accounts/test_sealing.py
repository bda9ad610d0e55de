"""The exhibitor's seal: made once, whoever asks first; its public half reaches the phone."""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sqlmodel import select
from starlette.testclient import TestClient

from app.accounts.models import ExhibitorSeal
from app.accounts.service import found_exhibitor, make_seal
from app.db import Database
from app.kit.sealing import opened
from tests import cast
from tests.cast import Person
from tests.kit.test_sealing import sealed_by_a_phone

Browsers = Callable[[Person], TestClient]


def seals(database: Database) -> list[ExhibitorSeal]:
    with database.reading() as session:
        return list(session.exec(select(ExhibitorSeal)))


def setup_on(page: str) -> dict[str, Any]:
    found = re.search(r'id="setup">(.*?)</script>', page)
    assert found
    setup: dict[str, Any] = json.loads(found[1])
    return setup


def test_the_capture_screen_carries_the_key_that_phones_seal_with(
    browser_of: Browsers, database: Database
) -> None:
    setup = setup_on(browser_of(cast.SAM).get("/captures/new").text)

    (seal,) = seals(database)
    assert b64decode(setup["sealing_key"]) == seal.public_key
    assert opened(seal.private_key, sealed_by_a_phone(b"Aiko", setup["sealing_key"])) == b"Aiko"


def test_no_page_carries_the_key_that_opens(browser_of: Browsers, database: Database) -> None:
    page = browser_of(cast.SAM).get("/captures/new").text

    (seal,) = seals(database)
    assert b64encode(seal.private_key).decode() not in page
    assert seal.private_key.hex() not in page


def test_the_key_stays_the_same_from_page_to_page(browser_of: Browsers) -> None:
    sam, mei = browser_of(cast.SAM), browser_of(cast.MEI)

    keys = [setup_on(who.get("/captures/new").text)["sealing_key"] for who in (sam, mei, sam)]

    assert len(set(keys)) == 1


def test_of_many_who_need_the_first_seal_at_once_all_get_the_same(database: Database) -> None:
    def make(_: int) -> None:
        with database.writing() as session:
            make_seal(session, cast.KOGYO)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(make, range(8)))

    assert len(seals(database)) == 1


def test_two_exhibitors_have_two_seals(database: Database) -> None:
    with database.writing() as session:
        make_seal(session, cast.KOGYO)
        make_seal(session, cast.BRIGHTLINE)

    assert len({seal.public_key for seal in seals(database)}) == 2


def test_an_exhibitor_has_a_seal_from_the_first_visit_on(database: Database) -> None:
    """So that a backup made by other means, however early, holds what opens the phones' copies."""
    with database.writing() as session:
        for table in reversed(ExhibitorSeal.metadata.sorted_tables):
            session.execute(table.delete())
        found_exhibitor(
            session, company="Kogyo", country="JP", name="Hana", email="h@k.example",
            password_hash="x",
        )  # fmt: skip

    assert len(seals(database)) == 1
