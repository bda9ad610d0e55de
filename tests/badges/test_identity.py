"""Two scans are of one badge when its number says so, or else its very bytes."""

import pytest

from app.badges.badge import Badge
from app.badges.identity import badge_key
from app.badges.parse import parse_badge


def key(payload: str) -> str:
    return badge_key(parse_badge(payload), payload.encode())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("*R48213*", "r48213"),
        ("MECARD:N:Ek,Bo;UID:R48213;;", "R48213"),
        ("A3BB189E-8BF9-3888-9912-ACE4E6543002", "a3bb189e8bf938889912ace4e6543002"),
        ("urn:uuid:a3bb189e-8bf9-3888-9912-ace4e6543002", "a3bb189e-8bf9-3888-9912-ace4e6543002"),
        ('{"id":"1042","name":"Bo Ek"}', "1042|Bo|Ek|Zink AG"),
    ],
)
def test_one_number_is_one_badge_in_whatever_code(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_leading_zeros_tell_badges_apart() -> None:
    assert key("00124") != key("124")


def test_a_badge_without_a_number_is_known_by_its_bytes_whatever_the_charset_guess() -> None:
    raw = "王小明".encode("gb18030")

    assert badge_key(Badge(payload="王小明"), raw) == badge_key(Badge(payload="ÍõÐ¡Ã÷"), raw)
    assert badge_key(Badge(payload="x"), b"x") != badge_key(Badge(payload="x"), b"y")
