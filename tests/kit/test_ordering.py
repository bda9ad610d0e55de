from hypothesis import given
from hypothesis import strategies as st

from app.kit.ordering import moved

LISTS = st.lists(st.integers(0, 20), unique=True)


def test_an_item_moves_one_place_down() -> None:
    assert moved(["a", "b", "c"], "a", 1) == ["b", "a", "c"]


def test_an_item_moves_one_place_up() -> None:
    assert moved(["a", "b", "c"], "c", -1) == ["a", "c", "b"]


def test_the_first_item_cannot_move_up() -> None:
    assert moved(["a", "b", "c"], "a", -1) == ["a", "b", "c"]


def test_the_last_item_cannot_move_down() -> None:
    assert moved(["a", "b", "c"], "c", 1) == ["a", "b", "c"]


def test_an_item_that_is_not_there_moves_nothing() -> None:
    assert moved(["a", "b"], "c", 1) == ["a", "b"]


@given(LISTS, st.integers(0, 20), st.integers(-30, 30))
def test_moving_loses_and_adds_nothing(items: list[int], item: int, places: int) -> None:
    assert sorted(moved(items, item, places)) == sorted(items)
