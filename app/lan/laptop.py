"""The laptop of the booth as phones see it: where they find it and whom they are to trust."""

from dataclasses import dataclass, replace
from ipaddress import IPv4Address
from typing import Self
from urllib.parse import urlsplit

from cryptography.x509 import Certificate

from app.lan.networks import Names, names_for


@dataclass(frozen=True, slots=True)
class Laptop:
    """`addresses` are those that phones are told, the likeliest first; `named` is an address that
    somebody has set instead (SHOWFLOOR_PUBLIC_URL); `answers_to_name` whether the network can
    find it by its name.
    """

    name: str
    addresses: tuple[IPv4Address, ...]
    port: int
    door_port: int
    authority: Certificate
    named: str = ""
    answers_to_name: bool = False

    @property
    def host(self) -> str:
        """Where phones are sent first."""
        if self.named:
            return urlsplit(self.named).hostname or ""
        return str(self.addresses[0]) if self.addresses else "localhost"

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every way to it that phones may try, each once, the likeliest first."""
        by_name = (self.name,) if self.answers_to_name else ()
        return tuple(dict.fromkeys((self.host, *map(str, self.addresses), *by_name)))

    @property
    def is_on_a_network(self) -> bool:
        return bool(self.addresses or self.named)

    @property
    def origin(self) -> str:
        """Where phones open Showfloor."""
        return self.named or self.origin_at(self.host)

    @property
    def door(self) -> str:
        """Where phones learn to trust it."""
        return f"http://{self.host}:{self.door_port}"

    def origin_at(self, host: str) -> str:
        """Showfloor on the way by which a phone has come, so that it stays on its network."""
        known = host in (*self.hosts, self.name, "localhost", "127.0.0.1")
        return f"https://{host}:{self.port}" if known else self.origin

    @property
    def names(self) -> Names:
        """Whom its certificate vouches for."""
        if is_address(self.host):
            return names_for((*self.addresses, IPv4Address(self.host)), self.name)
        return names_for(self.addresses, self.name, self.host)

    def at(self, addresses: tuple[IPv4Address, ...]) -> Self:
        """The same laptop in another network."""
        return replace(self, addresses=addresses)


def is_address(host: str) -> bool:
    return host.replace(".", "").isdecimal()
