import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kit.ordering import moved


@pytest.mark.parametrize(
    ("places", "order"),
    [(0, "abcd"), (1, "acbd"), (-1, "bacd"), (2, "acdb"), (9, "acdb"), (-9, "bacd")],
)
def test_an_item_moves_so_many_places_and_stops_at_the_ends(places: int, order: str) -> None:
    assert "".join(moved("abcd", "b", places)) == order


def test_moving_what_is_not_there_changes_nothing() -> None:
    assert moved("abc", "x", 1) == ["a", "b", "c"]


@given(st.lists(st.integers(), unique=True, min_size=1), st.data())
def test_nothing_is_lost_by_moving(items: list[int], data: st.DataObject) -> None:
    item = data.draw(st.sampled_from(items))

    assert sorted(moved(items, item, data.draw(st.integers(-5, 5)))) == sorted(items)
