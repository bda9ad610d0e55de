from datetime import UTC, datetime, timedelta
from math import exp2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tagging.dimensions.behaviour import (
    ACTIVE,
    DORMANT,
    POTENTIAL,
    classify,
    history,
    label_at,
    points_at,
    warmth,
)
from app.tagging.facts import Facts, Happening
from app.tagging.policy import DEFAULT, POINTS

NOON = datetime(2026, 10, 16, 4, 0, tzinfo=UTC)


def happened(kind: str, *, days: float = 0, count: int = 1) -> Happening:
    at = NOON + timedelta(days=days)
    return Happening(kind, at, at.date(), count)


happenings = st.builds(
    happened,
    st.sampled_from(sorted(POINTS)),
    # Mostly within a few days, where the daily cap is felt; now and then a year apart.
    days=(st.integers(0, 3 * 24) | st.integers(0, 400 * 24)).map(lambda hours: hours / 24),
    count=st.integers(1, 5),
)
ledgers = st.lists(happenings, max_size=25).map(tuple)


@pytest.mark.parametrize(
    ("kinds", "label"),
    [
        ((), DORMANT),
        (("scan",), DORMANT),
        (("scan", "rated_cold"), DORMANT),
        (("scan", "brochure"), POTENTIAL),
        (("scan", "rated_warm"), POTENTIAL),
        (("scan", "rated_hot"), POTENTIAL),
        (("scan", "rated_hot", "brochure"), ACTIVE),
        (("scan", "demo"), ACTIVE),
        (("scan", "price"), ACTIVE),
        (("scan", "email_sent", "call_missed"), DORMANT),
    ],
)
def test_the_points_of_a_meeting_decide_its_label(kinds: tuple[str, ...], label: str) -> None:
    facts = Facts(tuple(happened(kind) for kind in kinds))

    assert classify(facts, DEFAULT, NOON).label == label


def test_a_demo_is_active_until_its_points_have_faded_to_the_threshold() -> None:
    facts = Facts((happened("scan"), happened("demo")))

    found = warmth(facts, DEFAULT)

    assert found.active_until is not None
    left = points_at(found.heat, DEFAULT, found.active_until)
    assert left == pytest.approx(DEFAULT.active_from, abs=1e-4)


def test_points_halve_in_one_half_life() -> None:
    facts = Facts((happened("order"),))
    later = NOON + DEFAULT.half_life

    heat = warmth(facts, DEFAULT).heat

    assert points_at(heat, DEFAULT, later) == pytest.approx(POINTS["order"] / 2)


def test_a_day_brings_no_more_points_than_the_cap() -> None:
    facts = Facts(tuple(happened("demo") for _ in range(9)))

    heat = warmth(facts, DEFAULT).heat

    assert points_at(heat, DEFAULT, NOON) == pytest.approx(DEFAULT.daily_cap)


def test_of_a_day_past_its_cap_the_newest_points_count() -> None:
    morning, evening = happened("order"), happened("order", days=10 / 24)

    both = warmth(Facts((morning, evening)), DEFAULT)

    assert both == warmth(Facts((evening,)), DEFAULT)


def test_the_cap_is_for_each_day_anew() -> None:
    facts = Facts((happened("order"), happened("order", days=1)))

    heat = warmth(facts, DEFAULT).heat

    assert points_at(heat, DEFAULT, NOON + timedelta(days=1)) == pytest.approx(
        20 + 20 * exp2(-1 / 14)
    )


def test_a_scan_an_hour_after_the_first_is_a_visit_again() -> None:
    together = Facts((happened("scan"), happened("scan", days=0.5 / 24)))
    apart = Facts((happened("scan"), happened("scan", days=2 / 24)))

    assert classify(together, DEFAULT, NOON + timedelta(hours=3)).reasons[0].values["points"] == 1
    assert classify(apart, DEFAULT, NOON + timedelta(hours=3)).reasons[0].values["points"] == 3


def test_the_reasons_name_what_happened_newest_first() -> None:
    facts = Facts((happened("scan"), happened("demo", days=1)))

    tag = classify(facts, DEFAULT, NOON + timedelta(days=1))

    assert [reason.values.get("kind") for reason in tag.reasons] == ["demo", "scan", None]


def test_a_potential_lead_is_told_what_would_make_it_active() -> None:
    tag = classify(Facts((happened("scan"), happened("brochure"))), DEFAULT, NOON)

    assert "demo" in tag.would_change[0].values["kinds"]


def test_the_tag_says_since_when_it_holds() -> None:
    facts = Facts((happened("demo"), happened("order", days=100), happened("scan", days=101)))

    tag = classify(facts, DEFAULT, NOON + timedelta(days=102))

    assert tag.label == ACTIVE
    assert tag.since == NOON + timedelta(days=100)


def test_history_tells_every_change_of_label() -> None:
    facts = Facts((happened("order"), happened("order", days=100)))

    found = history(facts, DEFAULT, NOON + timedelta(days=101))

    assert [label for _, label in found] == [ACTIVE, POTENTIAL, DORMANT, ACTIVE]


@given(ledgers, happenings, st.integers(0, 1000))
def test_more_interactions_never_make_a_lead_less_active(
    ledger: tuple[Happening, ...], more: Happening, days: int
) -> None:
    before, after = warmth(Facts(ledger), DEFAULT), warmth(Facts((*ledger, more)), DEFAULT)

    assert (after.heat or float("-inf")) >= (before.heat or float("-inf")) - 1e-9


@given(ledgers, st.integers(0, 500), st.integers(0, 500))
def test_time_alone_never_makes_a_lead_more_active(
    ledger: tuple[Happening, ...], days: int, more: int
) -> None:
    warm = [ACTIVE, POTENTIAL, DORMANT]
    at = NOON + timedelta(days=days)

    before = classify(Facts(ledger), DEFAULT, at).label
    after = classify(Facts(ledger), DEFAULT, at + timedelta(days=more)).label

    assert warm.index(after) >= warm.index(before)


@given(ledgers.flatmap(lambda ledger: st.tuples(st.just(ledger), st.permutations(ledger))))
def test_the_order_of_arrival_does_not_matter(
    ledgers: tuple[tuple[Happening, ...], list[Happening]],
) -> None:
    ledger, shuffled = ledgers

    assert warmth(Facts(ledger), DEFAULT) == warmth(Facts(tuple(shuffled)), DEFAULT)


@given(ledgers, st.integers(0, 500))
def test_the_stored_times_say_what_the_sum_says(ledger: tuple[Happening, ...], days: int) -> None:
    found, at = warmth(Facts(ledger), DEFAULT), NOON + timedelta(days=days)

    left = points_at(found.heat, DEFAULT, at)

    label = label_at(found.active_until, found.potential_until, at)
    assert (left >= DEFAULT.active_from - 1e-4) or label != ACTIVE
    assert (left <= DEFAULT.active_from + 1e-4) or label == ACTIVE
