from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.kit.ids import new_id
from app.leads.merging import LaterCapture, going_back, merged, unmerged
from app.leads.person import LISTS, TEXTS, changes_between, nobody

words = st.sampled_from(["", "Aiko", "Mori", "x"])
several = st.lists(st.sampled_from(["a@x.example", "b@x.example", "c@x.example"]), unique=True)
people = st.fixed_dictionaries(
    {
        **dict.fromkeys(TEXTS, words),
        **dict.fromkeys(LISTS, several),
        "links": st.dictionaries(st.sampled_from(["wechat", "x"]), st.just("id")),
    }
)
AIKO = {**nobody(), "name": "Aiko Mori", "emails": ["aiko@mori.example"]}
GONE = {**nobody(), "name": "A. Mori", "company": "Mori KK", "emails": ["a@mori.example"]}


@given(people, people)
def test_a_merge_that_is_undone_leaves_everything_as_it_was(
    kept: dict[str, Any], gone: dict[str, Any]
) -> None:
    both = merged(kept, gone)

    assert unmerged(both, changes_between(kept, both)) == kept


def test_the_kept_lead_wins_and_its_gaps_are_filled() -> None:
    both = merged(AIKO, GONE)

    assert (both["name"], both["company"]) == ("Aiko Mori", "Mori KK")
    assert both["emails"] == ["aiko@mori.example", "a@mori.example"]


def test_what_was_edited_after_a_merge_survives_its_undoing() -> None:
    both = merged(AIKO, GONE)
    since = {**both, "company": "Mori GK", "emails": [*both["emails"], "new@mori.example"]}

    alone = unmerged(since, changes_between(AIKO, both))

    assert alone["company"] == "Mori GK"
    assert alone["emails"] == ["aiko@mori.example", "new@mori.example"]


def back(*later: LaterCapture, moved: set[UUID] | None = None) -> tuple[set[UUID], set[str]]:
    found = going_back(
        later, moved_captures=moved or set(), gone_keys=["badge:gone"], kept_keys=["badge:kept"]
    )
    return found.captures, found.keys


def test_a_capture_goes_back_by_the_first_key_that_is_known() -> None:
    theirs = LaterCapture(new_id(), None, ["badge:new", "badge:gone"])
    ours = LaterCapture(new_id(), None, ["badge:kept", "badge:gone"])

    assert back(theirs, ours)[0] == {theirs.id}


def test_a_key_that_came_with_a_capture_goes_where_it_goes() -> None:
    first = LaterCapture(new_id(), None, ["badge:gone", "email:aiko@mori.example"])
    second = LaterCapture(new_id(), None, ["email:aiko@mori.example"])

    captures, keys = back(first, second)

    assert captures == {first.id, second.id}
    assert keys == {"badge:gone", "email:aiko@mori.example"}


def test_an_addition_goes_with_the_capture_it_adds_to() -> None:
    moved = new_id()
    addition = LaterCapture(new_id(), moved, [])
    another = LaterCapture(new_id(), new_id(), ["badge:gone"])

    assert back(addition, another, moved={moved})[0] == {addition.id}
