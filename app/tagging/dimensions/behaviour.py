"""Active, potential or dormant: how warm the ledger still is.

Each interaction has points by kind. Points halve every half-life h, so their sum at time t is
S(t) = sum(w_i * 2^(-(t - t_i)/h)). One number holds that for every t:
heat = log2(sum(w_i * 2^(t_i/h))), and S(t) = 2^(heat - t/h). So the moment S falls to a
threshold is known now: h * (heat - log2(threshold)). Nothing has to be swept as time passes.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from math import exp2, log2

from app.tagging.facts import Facts, Happening
from app.tagging.policy import Policy
from app.tagging.tag import Reason, Tag

NAME = "behaviour"
ACTIVE, POTENTIAL, DORMANT = "active", "potential", "dormant"
LABELS = (ACTIVE, POTENTIAL, DORMANT)

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
ARRIVALS = ("scan", "met")
OFFERS = ("demo", "sample", "price", "meeting_booked", "call_reached", "email_answered")


@dataclass(frozen=True, slots=True)
class Earned:
    """Points that a happening brought, after the daily cap."""

    happening: Happening
    kind: str
    points: float


@dataclass(frozen=True, slots=True)
class Warmth:
    """What is stored of a lead's past: `heat`, and the two moments that follow from it."""

    heat: float | None
    active_until: datetime | None
    potential_until: datetime | None


def classify(facts: Facts, policy: Policy, at: datetime) -> Tag:
    """The behaviour tag at a moment. A lead with no points at all is dormant."""
    earned = points_earned(facts, policy)
    found = warmth(facts, policy)
    label = label_at(found.active_until, found.potential_until, at)
    until, then = {
        ACTIVE: (found.active_until, POTENTIAL),
        POTENTIAL: (found.potential_until, DORMANT),
        DORMANT: (None, ""),
    }[label]
    return Tag(
        NAME,
        label,
        reasons=tuple(_reasons(earned, found.heat, policy, at)),
        until=until,
        then=then,
        since=next((moment for moment, _ in reversed(history(facts, policy, at))), None),
        would_change=tuple(_offers(label, found.heat, policy, at)),
    )


def label_at(active_until: datetime | None, potential_until: datetime | None, at: datetime) -> str:
    """The label is a comparison: nothing goes stale."""
    if active_until is not None and at < active_until:
        return ACTIVE
    if potential_until is not None and at < potential_until:
        return POTENTIAL
    return DORMANT


def warmth(facts: Facts, policy: Policy) -> Warmth:
    """The heat of a ledger and the two times. The order of happenings does not matter."""
    heat = _heat(points_earned(facts, policy), policy)
    if heat is None:
        return Warmth(None, None, None)
    return Warmth(
        heat,
        _moment_at(heat, policy.active_from, policy),
        _moment_at(heat, policy.potential_from, policy),
    )


def points_earned(facts: Facts, policy: Policy) -> list[Earned]:
    """Points by happening, newest first, each day cut at the cap.

    The newest of a day count first, so that one more interaction never makes a lead colder.
    """
    by_day: dict[date, list[Earned]] = defaultdict(list)
    ordered = sorted(facts.happenings, key=lambda known: (known.at, known.kind), reverse=True)
    first = min((known.at for known in ordered if known.kind in ARRIVALS), default=None)
    for known in ordered:
        kind = _kind(known, first, policy)
        left = policy.daily_cap - sum(earned.points for earned in by_day[known.on_day])
        worth = policy.points.get(kind, 0) * known.count
        by_day[known.on_day].append(Earned(known, kind, max(0.0, min(worth, left))))
    return sorted(
        (earned for day in by_day.values() for earned in day),
        key=lambda earned: (earned.happening.at, earned.kind),
        reverse=True,
    )


def _kind(known: Happening, first: datetime | None, policy: Policy) -> str:
    if known.kind in ARRIVALS and first is not None and known.at - first >= policy.return_after:
        return "visit_again"
    return known.kind


def _heat(earned: Iterable[Earned], policy: Policy) -> float | None:
    """log2(sum(w * 2^(t/h))) by log-sum-exp: 2^(t/h) itself would overflow."""
    logs = sorted(
        log2(each.points) + _age(each.happening.at, policy) for each in earned if each.points > 0
    )
    if not logs:
        return None
    top = logs[-1]
    return top + log2(sum(exp2(each - top) for each in logs))


def _age(at: datetime, policy: Policy) -> float:
    return (at - EPOCH) / policy.half_life


def _moment_at(heat: float, threshold: float, policy: Policy) -> datetime:
    seconds = round(policy.half_life.total_seconds() * (heat - log2(threshold)))
    return EPOCH + timedelta(seconds=seconds)


def points_at(heat: float | None, policy: Policy, at: datetime) -> float:
    """What is left of all points at a moment."""
    return 0.0 if heat is None else exp2(heat - _age(at, policy))


def history(facts: Facts, policy: Policy, at: datetime) -> list[tuple[datetime, str]]:
    """Every moment the label changed up to `at`, oldest first, replayed from the ledger."""
    changes: list[tuple[datetime, str]] = []
    moments = sorted({known.at for known in facts.happenings if known.at <= at})
    for start, end in zip(moments, [*moments[1:], at], strict=False):
        found = warmth(facts.until(start), policy)
        for moment in (start, found.active_until, found.potential_until):
            if moment is not None and start <= moment <= end:
                label = label_at(found.active_until, found.potential_until, moment)
                if not changes or changes[-1][1] != label:
                    changes.append((moment, label))
    return changes


def _reasons(
    earned: list[Earned], heat: float | None, policy: Policy, at: datetime
) -> Iterable[Reason]:
    for each in earned:
        if each.points > 0:
            yield Reason(
                "happened",
                {"kind": each.kind, "at": each.happening.at, "points": round(each.points, 1)},
            )
    yield Reason(
        "left",
        {
            "points": round(points_at(heat, policy, at), 1),
            "active_from": policy.active_from,
            "potential_from": policy.potential_from,
            "days": policy.half_life.days,
        },
    )


def _offers(label: str, heat: float | None, policy: Policy, at: datetime) -> Iterable[Reason]:
    if label == ACTIVE:
        return
    missing = policy.active_from - points_at(heat, policy, at)
    enough = [kind for kind in OFFERS if policy.points.get(kind, 0) >= missing]
    if enough:
        yield Reason("would_be_active", {"kinds": tuple(enough)})
