"""`showfloor serve --lan`: the laptop serves phones until somebody stops it."""

from collections.abc import Callable
from contextlib import ExitStack
from ipaddress import AddressValueError, IPv4Address
from pathlib import Path
from socket import socket

from fastapi import FastAPI
from pydantic import HttpUrl

from app.config import Settings
from app.kit.clock import now
from app.lan import telling
from app.lan.authority import is_ending, names_of
from app.lan.gateway.keep import CannotServe, Keep
from app.lan.gateway.listening import Beside, Together, listening
from app.lan.gateway.machine import is_found_by_name, machine_addresses, machine_name
from app.lan.laptop import Laptop, is_address
from app.lan.networks import LOOPBACK, for_phones, is_own, is_own_name, out_of_reach, own_name

LOOKS_EVERY = 20  # seconds: a laptop that moves from the hotspot to the router is found again

Say = Callable[[str], None]


def serve_lan(
    settings: Settings,
    create_app: Callable[[Settings], FastAPI],
    create_door: Callable[[Laptop], FastAPI],
    *,
    say: Say,
    closing: str,
) -> None:
    """Raises CannotServe where a port is taken, a setting is wrong or the certificates are lost."""
    booth = Booth(settings, say)
    with ExitStack() as until_the_end:

        def opened(host: str, port: int, setting: str) -> socket:
            return until_the_end.enter_context(listening(host, port, setting))

        to_phones = opened(settings.host, settings.lan_port, "SHOWFLOOR_LAN_PORT")
        to_door = opened(settings.host, settings.lan_door_port, "SHOWFLOOR_LAN_DOOR_PORT")
        to_itself = opened("127.0.0.1", settings.port, "SHOWFLOOR_PORT")
        app, door = create_app(booth.settings), create_door(booth.laptop)
        phones = Beside(app, to_phones, ssl_certfile=booth.keep.server_file)
        local, showing = Beside(app, to_itself, lifespan="off"), Beside(door, to_door)

        def look() -> Path | None:
            if booth.has_moved():
                app.state.settings, door.state.laptop = booth.settings, booth.laptop
            return booth.keep.server_file if booth.has_certified() else None

        booth.greet()
        say(closing)
        Together(phones, local, showing).serve(look, every=LOOKS_EVERY)


class Booth:
    """The laptop as it is now, with the certificate that goes with it."""

    def __init__(self, settings: Settings, say: Say) -> None:
        self.chosen, self.say = settings, say
        self.keep = Keep(settings.lan_folder)
        name = own_name(machine_name())
        self.signer, is_new = self.keep.signer(name, now())
        self.before = self._addresses_before()
        self.trust_is_lost = is_new and bool(self.before)
        self.laptop = Laptop(
            name=name,
            addresses=self._addresses(),
            port=settings.lan_port,
            door_port=settings.lan_door_port,
            authority=self.signer.authority,
            named=_set_origin(settings),
            answers_to_name=is_found_by_name(),
        )
        self.certify()

    @property
    def settings(self) -> Settings:
        """As chosen, with the address that the joining codes carry."""
        return self.chosen.model_copy(update={"public_url": HttpUrl(self.laptop.origin)})

    def certify(self) -> bool:
        """Whether the server has another certificate to show now."""
        kept = self.keep.server()
        vouched = self.laptop.names
        if kept and not self.laptop.is_on_a_network:
            vouched = names_of(kept)  # where it was before, it will be again
        return self.keep.certify(self.signer, vouched, now())

    def has_certified(self) -> bool:
        """The same while phones are served, who go on with the certificate they know at worst."""
        try:
            return self.certify()
        except CannotServe as problem:
            self.say(str(problem))
            return False

    def has_moved(self) -> bool:
        """Whether phones find the laptop elsewhere now. Without a network it stays where it was."""
        self.before = self.laptop.addresses or self.before
        found = self._addresses()
        if not found or found == self.laptop.addresses:
            return False
        self.laptop = self.laptop.at(found)
        self.greet()
        return True

    def greet(self) -> None:
        local = f"http://localhost:{self.chosen.port}"
        if self.laptop.is_on_a_network:
            self.say(telling.lan_greeting(self.laptop, local))
        else:
            public = out_of_reach(machine_addresses())
            self.say(telling.no_network(local, public, LOOKS_EVERY))
        if lost := [each for each in self.before if each not in self.laptop.addresses]:
            self.say(telling.moved(lost[0], self.laptop.port))
        if self.trust_is_lost:
            self.say(telling.ANEW)
        if is_ending(self.signer, now()):
            self.say(
                telling.ending(self.signer.certificate.not_valid_after_utc, str(self.keep.folder))
            )

    def _addresses(self) -> tuple[IPv4Address, ...]:
        """Those that phones are told: first the one that was set, then those that were known."""
        found = for_phones(machine_addresses(), self.before)
        return tuple(dict.fromkeys((*_set_address(self.chosen), *found)))

    def _addresses_before(self) -> tuple[IPv4Address, ...]:
        kept = self.keep.server()
        known = names_of(kept).addresses if kept else ()
        return tuple(address for address in known if address not in LOOPBACK)


def _set_address(settings: Settings) -> tuple[IPv4Address, ...]:
    if not settings.lan_address:
        return ()
    try:
        address = IPv4Address(settings.lan_address)
    except AddressValueError as problem:
        raise CannotServe(f"SHOWFLOOR_LAN_ADDRESS is no address: {problem}.") from problem
    if not is_own(address):
        raise CannotServe(
            f"SHOWFLOOR_LAN_ADDRESS is {address}, an address of the internet. LAN mode vouches for "
            "addresses of private networks only, such as 192.168.1.5."
        )
    return (address,)


def _set_origin(settings: Settings) -> str:
    """The address that was set for phones, if any: one that our certificate may vouch for."""
    if "public_url" not in settings.model_fields_set:
        return ""
    host = settings.public_url.host or ""
    own = is_own_name(host) or (is_address(host) and is_own(IPv4Address(host)))
    if settings.public_url.scheme == "https" and own:
        return settings.origin
    raise CannotServe(
        f"SHOWFLOOR_PUBLIC_URL is {settings.origin}. In LAN mode it must be https with a name that "
        "ends in .local or with a private address; leave it out, and the laptop finds its own."
    )
