from uuid import UUID

import pytest

from app.leads.identity import is_personal, keys_of

SHOW = UUID(int=7)


@pytest.mark.parametrize(
    "email", ["info@acme.example", "Sales@acme.example", "info+x@a.example", "aiko"]
)
def test_a_role_mailbox_or_half_an_address_is_nobodys_own(email: str) -> None:
    assert not is_personal(email)


def test_a_badge_means_its_wearer_at_its_show_only() -> None:
    assert keys_of(SHOW, "R1", []) != keys_of(UUID(int=8), "R1", [])


def test_the_badge_comes_before_the_address() -> None:
    assert keys_of(SHOW, "R1", ["Aiko@Mori.example"]) == [
        f"badge:{SHOW.hex}:R1",
        "email:aiko@mori.example",
    ]


def test_without_badge_and_address_nothing_is_sure() -> None:
    assert keys_of(SHOW, "", ["info@acme.example"]) == []
