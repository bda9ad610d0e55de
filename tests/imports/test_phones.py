"""The copy of the organiser's list that phones keep."""

import json
import re
from collections.abc import Callable
from typing import Any

from starlette.testclient import TestClient

from tests import cast
from tests.cast import Person
from tests.imports.lists import PAGE, RUBEN, TILDA, take_in

Browsers = Callable[[Person], TestClient]
COPY = f"{PAGE}/copy"


def told(phone: TestClient) -> Any:
    """What the capture screen knows of the list."""
    page = phone.get("/captures/new", params={"show": str(cast.CANTON)}).text
    setup = re.search(r'id="setup">(.*?)</script>', page)
    assert setup
    return json.loads(setup[1])["directory"]


def test_a_phone_is_told_of_the_list_and_fetches_its_names(
    manager: TestClient, browser_of: Browsers
) -> None:
    take_in(manager, TILDA, RUBEN)
    phone = browser_of(cast.SAM)

    list_told = told(phone)
    copy = phone.get(list_told["url"])

    assert copy.text.split("\n") == [
        "r-2001\tTilda Bergmann\tNordlicht Optik GmbH", "r-2002\tRuben Castro\tOlivar SA",
    ]  # fmt: skip
    assert copy.headers["showfloor-directory"] == list_told["version"]
    assert copy.headers["content-encoding"] == "gzip"
    assert copy.headers["cache-control"] == "no-store"


def test_the_copy_holds_neither_addresses_nor_phones(
    manager: TestClient, browser_of: Browsers
) -> None:
    take_in(manager, TILDA)

    assert "@" not in browser_of(cast.SAM).get(COPY).text


def test_a_newer_list_has_a_later_version(manager: TestClient, browser_of: Browsers) -> None:
    take_in(manager, TILDA)
    before = told(browser_of(cast.SAM))["version"]

    take_in(manager, TILDA, RUBEN)

    assert told(browser_of(cast.SAM))["version"] > before


def test_a_show_without_a_list_tells_of_none(client: TestClient, browser_of: Browsers) -> None:
    assert told(browser_of(cast.SAM)) is None
    assert browser_of(cast.SAM).get(COPY).status_code == 404


def test_phones_keep_no_copy_where_a_manager_forbids_it(
    manager: TestClient, browser_of: Browsers
) -> None:
    take_in(manager, TILDA)

    manager.post(f"{PAGE}/phones", data={})

    assert told(browser_of(cast.SAM)) is None
    assert browser_of(cast.SAM).get(COPY).status_code == 404


def test_a_manager_may_allow_it_again(manager: TestClient, browser_of: Browsers) -> None:
    take_in(manager, TILDA)
    manager.post(f"{PAGE}/phones", data={})

    manager.post(f"{PAGE}/phones", data={"on_phones": "on"})

    assert browser_of(cast.SAM).get(COPY).status_code == 200


def test_a_deleted_list_is_told_of_no_more(manager: TestClient, browser_of: Browsers) -> None:
    take_in(manager, TILDA)

    manager.post(f"{PAGE}/removal")

    assert told(browser_of(cast.SAM)) is None
