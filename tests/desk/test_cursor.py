from types import SimpleNamespace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.desk.cursor import Place, place_of, read, written
from app.kit.ids import new_id
from tests.leads_on_stage import at


@given(st.text(max_size=200), st.uuids())
def test_a_place_is_read_as_it_was_written(value: str, lead_id: UUID) -> None:
    assert read(written(Place(value, lead_id))) == Place(value, lead_id)


@given(st.text(max_size=60))
def test_what_is_no_place_begins_the_list(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("order", "value"), [("met", at(16).isoformat()), ("name", "mori"), ("company", "kk")]
)
def test_a_place_holds_what_the_list_is_sorted_by(order: str, value: str) -> None:
    row = SimpleNamespace(id=new_id(), sort_name="mori", sort_company="kk", last_met_at=at(16))

    assert place_of(row, order) == Place(value, row.id)  # type: ignore[arg-type]
