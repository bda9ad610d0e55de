"""Two leads that are one person: merged by a person, undone by a person, on both databases."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from app.db import Database
from app.leads.models import Merge
from app.tagging.dimensions.behaviour import warmth
from app.tagging.ledger import facts_of
from app.tagging.policy import DEFAULT
from tests import cast
from tests.cast import Person
from tests.leads_on_stage import at, everything_of, lead_now, ledger_now, met, steps_now
from tests.phone import chips

Browsers = Callable[[Person], TestClient]


@pytest.fixture
def sam(browser_of: Browsers) -> TestClient:
    return browser_of(cast.SAM)


@pytest.fixture
def lin(browser_of: Browsers) -> TestClient:
    return browser_of(cast.LIN)


@pytest.fixture
def two(sam: TestClient) -> tuple[UUID, UUID]:
    """One person met twice: by her badge, and by another badge with more about her."""
    kept = met(sam, "Aiko Mori", "Mori KK", "R-1", captured_at=at(15), interactions=chips("demo"))
    gone = met(
        sam, "Mori Aiko", "Mori KK", "R-2", captured_at=at(17), email="aiko@mori.example",
        rating="hot", note="Wants two", next_step={"what": "Call"},
        answers={str(cast.ROLE_QUESTION): "Decides"}, interactions=chips("price"),
        consent={"wording_id": str(cast.WORDING), "given": True, "language": "en"},
    )  # fmt: skip
    return kept, gone


def merge(browser: TestClient, kept: UUID, gone: UUID) -> Any:
    return browser.post(f"/leads/{kept}/merge", data={"other_id": str(gone)})


def undo(browser: TestClient, database: Database) -> Any:
    with database.reading() as session:
        newest = max(session.exec(select(Merge)), key=lambda made: made.at)
    return browser.post(f"/merges/{newest.id}/undoing")


def test_two_leads_alike_are_shown_side_by_side_with_the_reasons(
    lin: TestClient, two: tuple[UUID, UUID]
) -> None:
    assert "may be the same person" in lin.get(f"/leads/{two[0]}").text

    page = lin.get(f"/leads/{two[0]}/duplicates").text

    for shown in ("Their names sound the same.", "They are of the same company.", "Mori Aiko"):
        assert shown in page


def test_a_merge_unites_all_that_both_have(
    lin: TestClient, database: Database, two: tuple[UUID, UUID]
) -> None:
    kept, gone = two
    both = {line.id for lead in two for line in ledger_now(database, lead)}

    merge(lin, kept, gone)

    lead = lead_now(database, kept)
    assert {line.id for line in ledger_now(database, kept)} == both
    assert (lead.name, lead.emails, lead.rating) == ("Aiko Mori", ["aiko@mori.example"], "hot")
    assert (lead.first_met_at, lead.last_met_at) == (at(15), at(17))
    assert [step.what for step in steps_now(database, kept)] == ["Call"]
    assert "Decides" in lin.get(f"/leads/{kept}?part=answers").text
    assert "May contact" in lin.get(f"/leads/{kept}").text
    assert "UID:R-2" in lin.get(f"/leads/{kept}?part=details").text


def test_the_tag_of_a_merged_lead_is_replayed_from_both_ledgers(
    lin: TestClient, database: Database, two: tuple[UUID, UUID]
) -> None:
    kept, gone = two
    merge(lin, kept, gone)

    found = warmth(facts_of(ledger_now(database, kept)), DEFAULT)

    lead = lead_now(database, kept)
    assert (lead.active_until, lead.potential_until) == (found.active_until, found.potential_until)
    assert everything_of(database, kept)["shows"][0]["active_until"] == found.active_until


def test_a_merge_that_is_undone_leaves_both_as_they_were(
    lin: TestClient, database: Database, two: tuple[UUID, UUID]
) -> None:
    before = [everything_of(database, lead) for lead in two]

    merge(lin, *two)
    undo(lin, database)

    assert [everything_of(database, lead) for lead in two] == before


def test_a_lead_that_is_gone_leads_to_the_kept_one(lin: TestClient, two: tuple[UUID, UUID]) -> None:
    kept, gone = two

    merge(lin, kept, gone)

    assert lin.get(f"/leads/{gone}").headers["location"] == f"/leads/{kept}"
    assert lin.get("/leads").text.count("data-row=") == 1


def test_either_badge_finds_the_kept_lead_after_a_merge(
    lin: TestClient, sam: TestClient, two: tuple[UUID, UUID]
) -> None:
    merge(lin, *two)

    assert met(sam, "Mori Aiko", badge="R-2") == two[0]
    assert met(sam, "Aiko Mori", badge="R-1") == two[0]


def test_what_came_by_a_badge_of_the_gone_lead_goes_back_with_it(
    lin: TestClient, sam: TestClient, database: Database, two: tuple[UUID, UUID]
) -> None:
    kept, gone = two
    merge(lin, kept, gone)
    met(sam, "Mori Aiko", badge="R-2", captured_at=at(18), interactions=chips("sample"))
    met(sam, "Aiko Mori", badge="R-1", captured_at=at(19), interactions=chips("brochure"))

    undo(lin, database)

    kinds = [{line.kind for line in ledger_now(database, lead)} for lead in two]
    assert "sample" in kinds[1] - kinds[0]
    assert "brochure" in kinds[0] - kinds[1]
    assert lead_now(database, gone).last_met_at == at(18)
    assert lead_now(database, kept).last_met_at == at(19)
    for lead in two:
        replayed = warmth(facts_of(ledger_now(database, lead)), DEFAULT)
        assert lead_now(database, lead).active_until == replayed.active_until
    assert met(sam, "Mori Aiko", badge="R-2") == gone


def test_an_edit_after_a_merge_survives_its_undoing(
    lin: TestClient, database: Database, two: tuple[UUID, UUID]
) -> None:
    merge(lin, *two)
    lin.post(f"/leads/{two[0]}", data={"seen": '{"emails": "aiko@mori.example"}', "city": "Osaka"})

    undo(lin, database)

    assert lead_now(database, two[0]).city == "Osaka"


def test_who_merged_and_who_undid_is_kept(
    lin: TestClient, browser_of: Browsers, database: Database, two: tuple[UUID, UUID]
) -> None:
    merge(lin, *two)
    undo(browser_of(cast.MEI), database)

    with database.reading() as session:
        (made,) = session.exec(select(Merge))
    assert (made.member_id, made.undone_by_id) == (cast.LIN.member_id, cast.MEI.member_id)
    assert "Undone: Mei Chen" in lin.get(f"/leads/{two[0]}?part=details").text


def test_merges_are_undone_the_newest_first(
    lin: TestClient, sam: TestClient, database: Database, two: tuple[UUID, UUID]
) -> None:
    third = met(sam, "Aiko M.", "Mori KK", "R-3", captured_at=at(18))
    before = [everything_of(database, lead) for lead in (*two, third)]
    merge(lin, two[0], two[1])
    with database.reading() as session:
        (first,) = session.exec(select(Merge))
    merge(lin, two[0], third)

    lin.post(f"/merges/{first.id}/undoing")
    assert lead_now(database, two[1]).merged_into_id == two[0]

    undo(lin, database)
    lin.post(f"/merges/{first.id}/undoing")
    assert [everything_of(database, lead) for lead in (*two, third)] == before


def test_a_merge_is_undone_once(
    lin: TestClient, database: Database, two: tuple[UUID, UUID]
) -> None:
    merge(lin, *two)
    undo(lin, database)
    before = [everything_of(database, lead) for lead in two]

    undo(lin, database)

    assert [everything_of(database, lead) for lead in two] == before


def test_a_lead_is_not_merged_with_itself(
    lin: TestClient, database: Database, two: tuple[UUID, UUID]
) -> None:
    merge(lin, two[0], two[0])

    assert lead_now(database, two[0]).merged_into_id is None


def test_a_lead_that_is_gone_is_not_merged_again(
    lin: TestClient, sam: TestClient, database: Database, two: tuple[UUID, UUID]
) -> None:
    third = met(sam, "Aiko M.", "Mori KK", "R-3")
    merge(lin, *two)

    merge(lin, third, two[1])

    assert lead_now(database, two[1]).merged_into_id == two[0]


def test_people_who_are_different_are_not_suggested_again(
    lin: TestClient, two: tuple[UUID, UUID]
) -> None:
    lin.post(f"/leads/{two[1]}/differences", data={"other_id": str(two[0])})

    for lead in two:
        assert "No other lead is like this one" in lin.get(f"/leads/{lead}/duplicates").text


def test_a_stranger_to_the_exhibitor_is_not_merged(
    lin: TestClient, browser_of: Browsers, database: Database, two: tuple[UUID, UUID]
) -> None:
    olu = browser_of(cast.OLU)

    assert merge(olu, *two).status_code == 404
    assert merge(lin, two[0], cast.CANTON).status_code == 404
    assert lead_now(database, two[1]).merged_into_id is None


def test_booth_staff_do_not_merge(sam: TestClient, two: tuple[UUID, UUID]) -> None:
    assert merge(sam, *two).status_code == 403
    assert "may be the same person" not in sam.get(f"/leads/{two[0]}").text
