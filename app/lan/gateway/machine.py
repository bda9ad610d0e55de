"""The machine's addresses in the networks it is in, and its name."""

import socket
import struct
import sys
from collections.abc import Iterator
from ipaddress import IPv4Address
from pathlib import Path

from app.lan.networks import Found

# The request that asks an interface for its address (SIOCGIFADDR), by kind of machine.
ASKS_FOR_ADDRESS = {"linux": 0x8915, "darwin": 0xC0206921}
ANYWHERE = ("192.0.2.1", "192.168.0.1", "10.0.0.1", "172.16.0.1")  # nothing is sent there
AVAHI = Path("/run/avahi-daemon/socket")


def machine_addresses() -> list[Found]:
    """The addresses of this machine, the one that leads outside first."""
    inside = _of_interfaces if sys.platform in ASKS_FOR_ADDRESS else _of_its_name
    found = [*_outwards(), *inside()]
    named = {one.address: one.interface for one in reversed(found) if one.interface}
    return [
        Found(each, named.get(each, "")) for each in dict.fromkeys(one.address for one in found)
    ]


def machine_name() -> str:
    return socket.gethostname()


def is_found_by_name() -> bool:
    """Whether this machine tells its network its name (mDNS)."""
    return sys.platform in ("darwin", "win32") or AVAHI.exists()


def _outwards() -> Iterator[Found]:
    for there in ANYWHERE:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            try:
                asking.connect((there, 9))
            except OSError:
                continue
            yield Found(IPv4Address(asking.getsockname()[0]))


def _of_interfaces() -> Iterator[Found]:
    from fcntl import ioctl

    request = ASKS_FOR_ADDRESS[sys.platform]
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, interface in socket.if_nameindex():
            try:
                answer = ioctl(asking, request, struct.pack("16s16x", interface.encode()[:15]))
            except OSError:
                continue  # it has none
            yield Found(IPv4Address(answer[20:24]), interface)


def _of_its_name() -> Iterator[Found]:
    """Where interfaces cannot be asked (Windows). Elsewhere this could wait for a name server."""
    try:
        answers = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return
    for *_, address in answers:
        yield Found(IPv4Address(address[0]))
