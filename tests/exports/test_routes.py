"""The addresses at which leads are taken away."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from app.db import Database
from tests import cast
from tests.cast import Person
from tests.exports.files import csv_table, xlsx_table
from tests.exports.leads import keep, lead, meet_aiko

Browsers = Callable[[Person], TestClient]
FILES = pytest.mark.parametrize("address", ["/exports/leads.csv", "/exports/leads.xlsx"])


def test_a_csv_file_is_downloaded_under_the_name_of_its_show(
    database: Database, browser_of: Browsers
) -> None:
    meet_aiko(database)

    answer = browser_of(cast.LIN).get("/exports/leads.csv", params={"show": str(cast.CANTON)})

    assert answer.headers["content-type"].startswith("text/csv")
    assert 'filename="Leads-Canton-2026-' in answer.headers["content-disposition"]
    assert [row["Company"] for row in csv_table(answer.content)] == ["Tanaka Seiki"]


def test_an_xlsx_file_is_downloaded(database: Database, browser_of: Browsers) -> None:
    meet_aiko(database)

    answer = browser_of(cast.LIN).get("/exports/leads.xlsx")

    assert "spreadsheetml" in answer.headers["content-type"]
    assert [row["Mobile"] for row in xlsx_table(answer.content)] == ["+819012345678"]


def test_the_file_holds_what_the_lists_address_asks_for(
    database: Database, browser_of: Browsers
) -> None:
    keep(database, lead(name="Anna", rating="hot"), lead(name="Ben", rating="cold"))

    answer = browser_of(cast.MEI).get("/exports/leads.csv", params={"rating": "hot", "day": "no"})

    assert [row["Full name"] for row in csv_table(answer.content)] == ["Anna"]


@FILES
def test_booth_staff_may_not_take_leads_away(address: str, browser_of: Browsers) -> None:
    assert browser_of(cast.SAM).get(address).status_code == 403


@FILES
def test_nobody_takes_leads_away_signed_out(address: str, client: TestClient) -> None:
    assert client.get(address).headers["location"] == "/sign-in"


def test_another_exhibitor_gets_none_of_them(database: Database, browser_of: Browsers) -> None:
    meet_aiko(database)

    answer = browser_of(cast.OLU).get("/exports/leads.csv", params={"show": str(cast.CANTON)})

    assert csv_table(answer.content) == []
    assert "Canton" not in answer.headers["content-disposition"]
