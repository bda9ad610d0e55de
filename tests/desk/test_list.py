"""The list of leads, through the browser, on both databases."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlmodel import select
from starlette.testclient import TestClient

from app.db import Database
from app.kit.clock import now
from app.shows.models import Product
from tests import cast
from tests.cast import Person
from tests.leads_on_stage import at, lead_now, met
from tests.phone import capture, chips, sync

Browsers = Callable[[Person], TestClient]

NAMED = re.compile(r'class="row-title">([^<]*)<')


def listed(browser: TestClient, query: str = "") -> list[str]:
    """The names a list shows, from the top."""
    return NAMED.findall(browser.get(f"/leads?{query}").text)


@pytest.fixture
def lin(browser_of: Browsers) -> TestClient:
    """Lin, who sells, after four visitors were met."""
    phone = browser_of(cast.SAM)
    met(phone, "王小明", "恒达机械", captured_at=at(15), note="要两台")
    met(phone, "Jörg Müller", "Brückner", captured_at=at(16), interactions=chips("demo"))
    met(
        phone, "Aiko Mori", "Mori KK", captured_at=now(), interactions=chips("demo"), rating="hot",
        email="aiko@mori.example", products=[str(cast.XT200)],
    )  # fmt: skip
    met(phone, badge="100048", captured_at=at(17))
    return browser_of(cast.LIN)


def test_whoever_was_met_last_comes_first(lin: TestClient) -> None:
    assert listed(lin) == ["Aiko Mori", "Badge 100048", "Jörg Müller", "王小明"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("muller", ["Jörg Müller"]),
        ("王", ["王小明"]),
        ("wangxiao", ["王小明"]),
        ("恒达", ["王小明"]),
        ("aiko@mori", ["Aiko Mori"]),
        ("要两台", ["王小明"]),
        ("mori aiko", ["Aiko Mori"]),
        ("100048", ["Badge 100048"]),
        ("100%", []),
    ],
)
def test_leads_are_found_by_what_is_known_of_them(
    lin: TestClient, words: str, found: list[str]
) -> None:
    assert listed(lin, f"q={words.replace('%', '%25')}") == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("rating=hot", ["Aiko Mori"]),
        ("needs_look=1", ["Badge 100048"]),
        (f"product={cast.XT200}", ["Aiko Mori"]),
        (f"staff={cast.LIN.member_id}", []),
        (f"staff={cast.SAM.member_id}&day=2026-10-15", ["王小明"]),
        (f"show={cast.MUNICH}", []),
        (f"show={cast.CANTON}&q=aiko", ["Aiko Mori"]),
        ("behaviour=active", ["Aiko Mori"]),
        ("behaviour=nonsense&show=nonsense&day=nonsense&q=aiko", ["Aiko Mori"]),
    ],
)
def test_a_filter_narrows_the_list(lin: TestClient, query: str, found: list[str]) -> None:
    assert listed(lin, query) == found


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("name", ["Aiko Mori", "Jörg Müller", "王小明", "Badge 100048"]),
        ("company", ["Jörg Müller", "王小明", "Aiko Mori", "Badge 100048"]),
    ],
)
def test_whoever_has_no_name_comes_last(lin: TestClient, order: str, found: list[str]) -> None:
    assert listed(lin, f"order={order}") == found


def test_the_warmest_come_first_and_who_has_no_points_last(browser_of: Browsers) -> None:
    phone = browser_of(cast.SAM)
    met(phone, "Cool", captured_at=at(15))
    met(phone, "Warm", captured_at=at(15), interactions=[{"kind": "demo"}, {"kind": "price"}])
    met(phone, "Warmer", captured_at=at(16), interactions=[{"kind": "demo"}, {"kind": "price"}])

    assert listed(browser_of(cast.LIN), "order=warmth") == ["Warmer", "Warm", "Cool"]


def test_a_phone_number_is_found_as_it_is_dialled_at_home(browser_of: Browsers) -> None:
    typed = {"name": "Jörg Müller", "phone": "+49 171 5550123"}
    sync(browser_of(cast.SAM), capture(None, fields=typed))

    found = [
        listed(browser_of(cast.LIN), f"q={number}")
        for number in ("01715550123", "0171 5550123", "00491715550123", "%2B49 171", "0172")
    ]

    assert found == [["Jörg Müller"]] * 4 + [[]]


def test_a_product_shown_at_two_shows_is_one_choice_that_finds_the_leads_of_both(
    lin: TestClient, browser_of: Browsers, database: Database
) -> None:
    next_year = {
        "name": "Canton 2027", "starts_on": "2027-10-15", "ends_on": "2027-10-19", "country": "CN",
    }  # fmt: skip
    browser_of(cast.MEI).post("/shows", data=next_year)
    with database.reading() as session:
        name = session.get_one(Product, cast.XT200).name
        both = session.exec(select(Product.id).where(Product.name == name)).all()

    choices = lin.get("/leads").text.count(f">{name}</option>")

    assert (len(both), choices) == (2, 1)
    assert [listed(lin, f"product={each}") for each in both] == [["Aiko Mori"]] * 2


def test_counts_by_behaviour_are_links_that_filter(lin: TestClient) -> None:
    page = lin.get("/leads?rating=hot&behaviour=dormant").text

    counts = re.findall(r'class="number">(\d+)</span> ([\w ]+)</a>', page)
    assert counts == [("1", "All"), ("1", "Active"), ("0", "Potential"), ("0", "Dormant")]
    assert 'href="/leads?behaviour=active&amp;rating=hot"' in page


@pytest.mark.parametrize("order", ["met", "warmth", "name", "company"])
def test_pages_hold_every_lead_once_in_order(
    browser_of: Browsers, monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    phone = browser_of(cast.SAM)
    found: list[str] = []
    for number in range(5):  # two at a time share a moment, a name and a company
        twice = number // 2
        met(phone, f"Name {twice}" if twice else "", f"Co {twice}", captured_at=at(15 + twice))
    monkeypatch.setattr("app.desk.routes.showing.A_PAGE", 2)
    address: str | None = f"/leads?order={order}"

    while address and len(found) <= 5:
        page = phone.get(address).text
        found += re.findall(r'data-row="([^"]+)"', page)
        further = re.search(r'id="more">\s*<a [^>]*href="([^"]+)"', page)
        address = further[1].replace("&amp;", "&") if further else None

    assert len(found) == len(set(found)) == 5


def test_a_swapped_part_holds_only_what_is_swapped(lin: TestClient) -> None:
    part = lin.get(
        "/leads?q=aiko", headers={"HX-Request-Type": "partial", "HX-Source": "form#filter"}
    )

    assert "<html" not in part.text
    assert "Aiko Mori" in part.text
    assert part.headers["HX-Replace-Url"] == "/leads?q=aiko"


def test_a_list_costs_the_same_however_many_leads_there_are(
    browser_of: Browsers, database: Database, client: TestClient
) -> None:
    phone = browser_of(cast.SAM)
    met(phone, "Aiko Mori", next_step={"what": "Call"})
    with queries_counted(client) as few:
        phone.get("/leads")
    for number in range(6):
        met(phone, f"Visitor {number}", next_step={"what": "Call"})
    with queries_counted(client) as many:
        phone.get("/leads")

    assert len(few) == len(many) <= 10


@contextmanager
def queries_counted(client: TestClient) -> Iterator[list[str]]:
    engine, asked = client.app.state.database.engine, []  # type: ignore[attr-defined]

    def count(*sent: object) -> None:
        asked.append(str(sent[2]))

    event.listen(engine, "before_cursor_execute", count)
    yield asked
    event.remove(engine, "before_cursor_execute", count)


def test_the_next_step_that_is_due_first_is_shown(browser_of: Browsers) -> None:
    due_on = (now() - timedelta(days=3)).date().isoformat()
    phone = browser_of(cast.SAM)
    met(phone, "Aiko Mori", next_step={"what": "Send the quote", "due_on": due_on})

    assert "row-step overdue" in phone.get("/leads").text


def test_an_outsider_finds_nobody(lin: TestClient, browser_of: Browsers) -> None:
    assert listed(browser_of(cast.OLU)) == []


def test_script_in_a_name_shows_as_text(browser_of: Browsers, database: Database) -> None:
    lead = met(browser_of(cast.SAM), "<script>alert(1)</script>", "<b>KK</b>")
    assert lead_now(database, lead).name == "<script>alert(1)</script>"

    for address in ("/leads", f"/leads/{lead}", f"/leads/{lead}?part=details"):
        page = browser_of(cast.SAM).get(address).text
        assert "<script>alert" not in page
        assert "<b>KK" not in page


def test_the_list_is_taken_away_as_it_is_filtered(lin: TestClient, browser_of: Browsers) -> None:
    assert 'href="/exports/leads.csv?q=aiko"' in lin.get("/leads?q=aiko").text
    assert "/exports/" not in browser_of(cast.SAM).get("/leads?q=aiko").text


def test_an_empty_list_says_what_to_do(browser_of: Browsers, client: TestClient) -> None:
    assert "No leads yet" in browser_of(cast.MEI).get("/leads").text
    assert "Nobody found" in browser_of(cast.MEI).get("/leads?q=nobody").text
