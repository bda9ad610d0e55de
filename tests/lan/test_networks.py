"""Which addresses phones are told."""

from ipaddress import IPv4Address as Address

import pytest

from app.lan.networks import Found, for_phones, is_own_name, names_for, out_of_reach, own_name

WIFI, CABLE = Address("192.168.1.5"), Address("10.0.0.7")


def test_phones_are_told_the_private_addresses_in_the_order_they_were_found() -> None:
    found = [Found(WIFI, "wlan0"), Found(CABLE, "eth0"), Found(WIFI)]

    assert for_phones(found) == (WIFI, CABLE)


def test_the_address_that_phones_were_told_before_comes_first_again() -> None:
    found = [Found(WIFI, "wlan0"), Found(CABLE, "eth0")]

    assert for_phones(found, usual=[CABLE]) == (CABLE, WIFI)


@pytest.mark.parametrize(
    "found",
    [
        Found(Address("127.0.0.1"), "lo"),
        Found(Address("8.8.8.8"), "eth0"),
        Found(Address("203.0.113.9"), "eth0"),
        Found(Address("172.17.0.1"), "docker0"),
        Found(Address("192.168.56.1"), "vboxnet0"),
        Found(Address("100.80.1.1"), "tailscale0"),
    ],
    ids=str,
)
def test_phones_are_told_no_address_that_they_cannot_reach(found: Found) -> None:
    assert for_phones([found]) == ()


def test_an_address_that_the_laptop_gave_itself_comes_last() -> None:
    itself = Address("169.254.3.4")

    assert for_phones([Found(itself, "wlan1"), Found(WIFI, "wlan0")], usual=[itself]) == (
        WIFI,
        itself,
    )


def test_an_address_of_the_internet_is_out_of_reach() -> None:
    public = Address("203.0.113.9")

    assert out_of_reach([Found(public, "eth0"), Found(WIFI, "wlan0")]) == (public,)


@pytest.mark.parametrize(
    ("hostname", "name"),
    [
        ("laptop", "laptop.local"),
        ("Meis-MacBook-Pro.local", "meis-macbook-pro.local"),
        ("laptop.kogyo.example", "laptop.local"),
        ("Mei's laptop_2", "mei-s-laptop-2.local"),
        ("前台", "showfloor.local"),
        ("", "showfloor.local"),
        ("a" * 80, "a" * 30 + ".local"),
    ],
)
def test_a_machine_s_name_becomes_one_that_the_network_can_find(hostname: str, name: str) -> None:
    assert own_name(hostname) == name


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("laptop.local", True),
        ("localhost", True),
        ("a.localhost", True),
        ("leads.example.com", False),
        ("mylocal", False),
        ("local.example", False),
    ],
)
def test_a_name_is_own_where_no_site_of_the_internet_can_have_it(host: str, own: bool) -> None:
    assert is_own_name(host) is own


def test_a_certificate_s_names_do_not_depend_on_the_order_of_finding() -> None:
    assert names_for([WIFI, CABLE], "b.local") == names_for([CABLE, WIFI, WIFI], "b.local")
