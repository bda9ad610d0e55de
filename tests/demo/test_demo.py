from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import Session, func, select
from starlette.testclient import TestClient

from app.accounts.models import Exhibitor, Member
from app.config import Settings
from app.db import Database, metadata
from app.kit.clock import now
from app.leads.models import Interaction, Lead
from app.leads.queries import behaviour_label
from app.main import create_app
from app.shows.models import Show
from tests import cast
from tests.cast import Person
from tests.conftest import ORIGIN
from tests.phone import capture, sync

Browsers = Callable[[Person], TestClient]


def count(session: Session, table: type) -> int:
    return session.exec(select(func.count()).select_from(table)).one()


def everything(database: Database) -> dict[str, int]:
    """How many rows each table has."""
    with database.engine.connect() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in metadata.tables.items()
        }


def test_the_demo_has_a_believable_spread(browser_of: Browsers, database: Database) -> None:
    browser_of(cast.MEI).post("/demo")

    with database.reading() as session:
        leads = session.exec(select(Lead)).all()
        label = behaviour_label(now())
        labels = Counter(session.exec(select(label)).all())
        members = session.exec(select(Member).where(Member.is_demo)).all()
        show = session.exec(select(Show).where(Show.is_demo)).one()
        kinds = set(session.exec(select(Interaction.kind)))
    assert len(leads) == 400
    assert len(members) == 8
    assert (show.ends_on - show.starts_on).days == 2
    assert min(labels.values()) > 60
    assert {"demo", "sample", "brochure", "price", "meeting_booked"} <= kinds
    assert {lead.rating for lead in leads} == {"", "hot", "warm", "cold"}
    for script in ("王", "佐", "И", "A"):
        assert any(script in lead.name for lead in leads)


def test_the_demo_goes_as_if_it_had_never_been_there(
    browser_of: Browsers, database: Database
) -> None:
    manager = browser_of(cast.MEI)
    sync(browser_of(cast.SAM), capture())
    before = everything(database)
    manager.post("/demo")

    answer = manager.post("/demo/removal")

    after = everything(database)
    after["member"] -= 8  # they stay on record as members who left
    assert answer.status_code == 303
    assert after == before


def test_a_lead_that_was_met_at_a_real_show_too_outlives_the_demo(
    browser_of: Browsers, database: Database
) -> None:
    manager = browser_of(cast.MEI)
    manager.post("/demo")
    with database.reading() as session:
        lead = session.exec(select(Lead).where(Lead.rating == "hot")).first()
    assert lead is not None
    sync(manager, capture(None, fields={"name": lead.name, "email": lead.emails[0]}))

    manager.post("/demo/removal")

    with database.reading() as session:
        (kept,) = session.exec(select(Lead)).all()
        kinds = session.exec(select(Interaction.kind)).all()
    assert kept.id == lead.id
    assert kinds == ["met"]
    assert kept.active_until is not None
    assert lead.active_until is not None
    assert kept.active_until < lead.active_until


def test_loading_the_demo_twice_loads_it_once(browser_of: Browsers, database: Database) -> None:
    manager = browser_of(cast.MEI)
    manager.post("/demo")

    manager.post("/demo")

    with database.reading() as session:
        assert count(session, Lead) == 400


@pytest.mark.parametrize("person", [cast.SAM, cast.LIN])
def test_booth_and_sales_leave_the_demo_alone(browser_of: Browsers, person: Person) -> None:
    assert browser_of(person).post("/demo").status_code == 403


def test_where_nothing_is_set_up_one_click_signs_in_to_a_demo_and_one_takes_it_away(
    tmp_path: Path,
) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'new.db'}", public_url=ORIGIN)
    app = create_app(settings)
    headers = {"Origin": ORIGIN}
    with TestClient(app, base_url=ORIGIN, headers=headers, follow_redirects=False) as visitor:
        visitor.post("/demo")
        seen = visitor.get("/leads")
        visitor.post("/demo/removal")
        left = everything(app.state.database)

    assert seen.status_code == 200
    assert not {name: rows for name, rows in left.items() if rows}


def test_a_stranger_cannot_load_the_demo_once_somebody_has_set_up(client: TestClient) -> None:
    answer = client.post("/demo")

    assert answer.headers["location"].startswith("/sign-in")


def test_the_cast_is_on_stage(database: Database) -> None:
    with database.reading() as session:
        assert count(session, Exhibitor) == 2
