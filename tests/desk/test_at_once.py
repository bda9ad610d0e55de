"""Members who do the same at the same moment: one of them is first, and nobody sees an error."""

import pytest
from fastapi import FastAPI
from sqlmodel import col, select
from starlette.testclient import TestClient

from app.db import Database
from app.leads.models import DifferentPeople, LeadKey
from app.shows.models import Product, Show
from tests import cast, samples
from tests.crowd import Ask, asked_at_once

TOGETHER = 24


@pytest.fixture
def stage(database: Database, app: FastAPI, client: TestClient) -> FastAPI:
    samples.lay_out(database)
    return app


def test_two_leads_are_told_apart_by_many_at_once(stage: FastAPI, database: Database) -> None:
    path, form = f"/leads/{samples.LEAD}/differences", {"other_id": str(samples.OTHER)}

    given = asked_at_once(stage, [Ask("POST", path, form)] * TOGETHER, cast.HANA)

    assert given == {303: TOGETHER}
    with database.reading() as session:
        assert len(session.exec(select(DifferentPeople)).all()) == 1


def test_an_address_typed_for_two_leads_at_once_leads_to_one(
    stage: FastAPI, database: Database
) -> None:
    leads = (samples.LEAD, samples.OTHER)
    asks = [
        Ask("POST", f"/leads/{lead}", {"name": "Ann", "emails": f"ann{place}@x.example"})
        for place in range(TOGETHER // 2)
        for lead in leads
    ]

    given = asked_at_once(stage, asks, cast.HANA)

    assert given == {303: TOGETHER}
    with database.reading() as session:
        keys = session.exec(select(LeadKey.key).where(col(LeadKey.key).contains("@x."))).all()
    assert len(keys) == len(set(keys))


def test_a_product_added_by_many_at_once_is_there_once(stage: FastAPI, database: Database) -> None:
    ask = Ask("POST", f"/shows/{cast.CANTON}/products", {"name": "LabelPro 5"})

    given = asked_at_once(stage, [ask] * TOGETHER, cast.HANA)

    assert given == {303: 1, 422: TOGETHER - 1}
    with database.reading() as session:
        assert len(session.exec(select(Product).where(Product.name == "LabelPro 5")).all()) == 1


def test_the_demo_show_is_loaded_once_however_often_it_is_asked_for(
    stage: FastAPI, database: Database
) -> None:
    given = asked_at_once(stage, [Ask("POST", "/demo")] * 3, cast.HANA)

    assert given == {303: 3}
    with database.reading() as session:
        assert len(session.exec(select(Show).where(col(Show.is_demo))).all()) == 1
