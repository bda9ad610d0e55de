"""Where phones find the laptop, and what they are told."""

from dataclasses import replace
from ipaddress import IPv4Address as Address

import pytest

from app.lan.authority import fingerprint
from app.lan.laptop import Laptop
from app.lan.networks import names_for
from app.lan.telling import lan_greeting, moved, no_network
from tests.lan.certificates import BOOTH, LAPTOP, a_signer

HOTSPOT = Address("172.20.10.4")
MEIS = Laptop(LAPTOP, (BOOTH, HOTSPOT), 8443, 8080, a_signer().authority)
NAMED = replace(MEIS, named="https://booth.local:9443")


def test_phones_are_sent_to_the_likeliest_address() -> None:
    assert MEIS.origin == "https://192.168.1.5:8443"
    assert MEIS.door == "http://192.168.1.5:8080"


def test_an_address_that_was_set_beats_those_that_were_found() -> None:
    assert NAMED.origin == "https://booth.local:9443"
    assert NAMED.door == "http://booth.local:8080"
    assert NAMED.names == names_for([BOOTH, HOTSPOT], LAPTOP, "booth.local")


def test_a_private_address_that_was_set_is_vouched_for_as_an_address() -> None:
    forwarded = replace(MEIS, named="https://10.9.9.9")

    assert forwarded.names == names_for([BOOTH, HOTSPOT, Address("10.9.9.9")], LAPTOP)


@pytest.mark.parametrize(
    ("came_by", "goes_on"),
    [
        ("192.168.1.5", "https://192.168.1.5:8443"),
        ("172.20.10.4", "https://172.20.10.4:8443"),
        (LAPTOP, f"https://{LAPTOP}:8443"),
        ("localhost", "https://localhost:8443"),
        ("evil.example", "https://192.168.1.5:8443"),
        ("", "https://192.168.1.5:8443"),
    ],
)
def test_a_phone_goes_on_by_the_way_it_came_and_never_to_a_stranger(
    came_by: str, goes_on: str
) -> None:
    assert MEIS.origin_at(came_by) == goes_on


def test_its_name_is_told_only_where_the_network_can_find_it() -> None:
    by_name = f"https://{LAPTOP}:8443"

    assert by_name in lan_greeting(replace(MEIS, answers_to_name=True), "http://localhost:8000")
    assert by_name not in lan_greeting(MEIS, "http://localhost:8000")


def test_the_certificate_holds_for_the_name_all_the_same() -> None:
    assert MEIS.names == names_for([BOOTH, HOTSPOT], LAPTOP)


def test_the_greeting_names_the_two_addresses_in_the_order_of_use() -> None:
    told = lan_greeting(MEIS, "http://localhost:8000")

    assert told.index(MEIS.door) < told.index(MEIS.origin) < told.index("http://localhost:8000")
    assert "https://172.20.10.4:8443" in told
    assert "8080 and 8443" in told


def test_the_greeting_shows_the_fingerprint_to_compare() -> None:
    told = lan_greeting(MEIS, "http://localhost:8000").split()

    assert [word for word in told if word in fingerprint(MEIS.authority).split()][:32]
    assert " ".join(fingerprint(MEIS.authority).split()[:16]) in " ".join(told)


def test_without_a_network_the_greeting_says_what_to_do() -> None:
    alone = replace(MEIS, addresses=())

    assert not alone.is_on_a_network
    assert alone.origin == "https://localhost:8443"
    assert "203.0.113.9 is an address of the internet" in no_network(
        "", (Address("203.0.113.9"),), 20
    )
    assert "within 20 seconds" in no_network("http://localhost:8000", (), 20)


def test_phones_that_know_another_address_are_thought_of() -> None:
    assert "https://192.168.1.5:8443" in moved(BOOTH, 8443)
