"""Lists that people put in order."""

from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


def moved(items: Sequence[Item], item: Item, places: int) -> list[Item]:
    """The items with one of them so many places down, or up where negative; never past an end."""
    others = [other for other in items if other != item]
    if len(others) == len(items):
        return others
    place = min(max(items.index(item) + places, 0), len(others))
    return [*others[:place], item, *others[place:]]
