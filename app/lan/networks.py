"""Which addresses of this machine the phones of a booth can reach, and by which names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network

# Networks of nobody's in particular: no web site of the internet can have one of their addresses.
PRIVATE = tuple(
    IPv4Network(network)
    for network in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")
)
UNASSIGNED = IPv4Network("169.254.0.0/16")  # what machines give themselves where nobody gives any
LOOPBACK = IPv4Network("127.0.0.0/8")
OWN = (*PRIVATE, UNASSIGNED, LOOPBACK)
OWN_NAMES = ("local", "localhost")
LONGEST = 30  # letters of a name that stands in a certificate with more beside it

# Interfaces that lead to guests of this very machine, or to an office far away.
INSIDE = tuple("docker br- veth virbr vboxnet vmnet cni tun utun wg tailscale".split())


@dataclass(frozen=True, slots=True)
class Found:
    """An address of this machine, with the interface that has it ("" where nobody says)."""

    address: IPv4Address
    interface: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Whom a certificate vouches for."""

    addresses: tuple[IPv4Address, ...]
    hosts: tuple[str, ...]


def is_own(address: IPv4Address) -> bool:
    """Whether the laptop's certificate may vouch for it."""
    return any(address in network for network in OWN)


def for_phones(
    found: Iterable[Found], usual: Iterable[IPv4Address] = ()
) -> tuple[IPv4Address, ...]:
    """The addresses that phones may be told, the likeliest first: `usual` are those of before."""
    usual = tuple(usual)
    reachable = {
        one.address: order
        for order, one in reversed(list(enumerate(found)))
        if any(one.address in network for network in (*PRIVATE, UNASSIGNED))
        and not one.interface.startswith(INSIDE)
    }

    def likelihood(address: IPv4Address) -> tuple[bool, bool, int]:
        return address in UNASSIGNED, address not in usual, reachable[address]

    return tuple(sorted(reachable, key=likelihood))


def out_of_reach(found: Iterable[Found]) -> tuple[IPv4Address, ...]:
    """Addresses that are the internet's: the laptop's certificate does not vouch for them."""
    return tuple(one.address for one in found if not is_own(one.address))


def own_name(hostname: str) -> str:
    """The name that machines of one network find each other by: "Meis-MacBook" has
    "meis-macbook.local".
    """
    first = hostname.partition(".")[0].lower()
    spoken = re.sub(r"[^a-z0-9]+", "-", first).strip("-")[:LONGEST].strip("-")
    return f"{spoken or 'showfloor'}.local"


def is_own_name(host: str) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in OWN_NAMES)


def names_for(addresses: Iterable[IPv4Address], *hosts: str) -> Names:
    """All that this laptop's certificate is to vouch for, always in the same order."""
    everywhere = {*addresses, IPv4Address("127.0.0.1")}
    return Names(tuple(sorted(everywhere)), tuple(sorted({*hosts, "localhost"})))
