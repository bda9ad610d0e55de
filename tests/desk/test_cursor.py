from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from json import dumps
from types import SimpleNamespace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.desk.cursor import Place, place_of, read, written
from app.kit.ids import new_id
from app.leads.filters import Order
from tests.leads_on_stage import at

ID = new_id().hex


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=200), st.uuids())
def test_a_place_is_read_as_it_was_written(value: str, lead_id: UUID) -> None:
    assert read(written(Place(value, lead_id)), "name") == Place(value, lead_id)


@given(st.datetimes(timezones=st.just(UTC)), st.uuids())
def test_a_place_in_time_is_read_as_it_was_written(met_at: datetime, lead_id: UUID) -> None:
    place = read(written(Place(met_at.isoformat(), lead_id)), "met")

    assert place is not None
    assert place.at == met_at


@given(st.text(max_size=60))
def test_what_is_no_place_begins_the_list(text: str) -> None:
    assert read(text, "name") is None


@pytest.mark.parametrize(
    ("sent", "order"),
    [
        (["not a moment", ID], "met"),
        (["0001-01-01T00:00:00+14:00", ID], "met"),
        (["9999-12-31T23:59:59-14:00", ID], "met"),
        (["not a moment", ID], "warmth"),
        (["a\x00b", ID], "name"),
        (["a\ud800b", ID], "name"),
        (["a", 5], "name"),
        (["a", [ID]], "name"),
        (["a", ID, ID], "name"),
    ],
)
def test_a_place_that_no_row_can_have_begins_the_list(sent: list[object], order: Order) -> None:
    assert read(urlsafe_b64encode(dumps(sent).encode()).decode(), order) is None


def test_a_place_of_places_without_end_begins_the_list() -> None:
    assert read(urlsafe_b64encode(b"[" * 100_000).decode(), "met") is None


@pytest.mark.parametrize(
    ("order", "value"),
    [
        ("met", at(16).isoformat()),
        ("warmth", at(20).isoformat()),
        ("name", "mori"),
        ("company", "kk"),
    ],
)
def test_a_place_holds_what_the_list_is_sorted_by(order: str, value: str) -> None:
    row = SimpleNamespace(
        id=new_id(), sort_name="mori", sort_company="kk", last_met_at=at(16), potential_until=at(20)
    )

    assert place_of(row, order) == Place(value, row.id)  # type: ignore[arg-type]
