from datetime import UTC

from app.kit.clock import now


def test_the_present_moment_knows_its_zone_and_it_is_utc() -> None:
    assert now().tzinfo is UTC


def test_a_moment_asked_for_later_is_not_earlier() -> None:
    first, second = now(), now()

    assert first <= second
