"""What the terminal says in LAN mode."""

from datetime import datetime
from io import StringIO
from ipaddress import IPv4Address

from qrcode import QRCode

from app.lan.authority import fingerprint, name_of
from app.lan.laptop import Laptop

ON_THE_LAPTOP = "On this laptop itself, nothing to install:       {}"
CLOSED_DOORS = """\
Does a phone get no answer? Three things to look at:
  - The firewall of this laptop must let in connections to the ports {door} and {port}.
  - Wi-Fi of the hall often keeps its guests apart: use a router of your own, or a phone's hotspot.
  - The phone must be in the same Wi-Fi as this laptop, not on its mobile network."""
NO_NETWORK = """\
This laptop is in no network that phones could share with it. Join the Wi-Fi of your router, or
open a hotspot: the addresses come here within {seconds} seconds."""
PUBLIC = """\
{address} is an address of the internet. The laptop's certificate does not vouch for it, so that
nobody can misuse it: use a router of your own, or a phone's hotspot."""
MOVED = """\
Phones joined at {before}, which is not an address of this laptop any more. What they have
not sent yet waits for that address: give it back to the laptop (the router can keep it for
you), or let them join again; nothing is lost meanwhile."""

ANEW = """\
The certificate authority of before has ended or is gone, and this is another one: every phone
has to trust the laptop anew."""
ENDING = """\
The laptop's certificate authority ends on {day}, and with it the trust of all phones. Between two
shows, take away the folder {folder}: the next start makes another one, which phones trust anew."""


def lan_greeting(laptop: Laptop, local: str) -> str:
    """Where phones begin (with a QR code), where they work, and whom they trust."""
    return "\n".join(
        (
            qr_code(laptop.door),
            f"1. Phones scan this once, to trust this laptop:  {laptop.door}",
            f"2. Then they open Showfloor:                     {laptop.origin}",
            *_further(laptop),
            ON_THE_LAPTOP.format(local),
            "",
            *_authority(laptop),
            "",
            CLOSED_DOORS.format(door=laptop.door_port, port=laptop.port),
        )
    )


def _authority(laptop: Laptop) -> tuple[str, ...]:
    pairs = fingerprint(laptop.authority).split()
    return (
        f"The certificate is called {name_of(laptop.authority)!r}. The page shows this fingerprint",
        "(SHA-256) as well; where it shows another one, do not install:",
        f"   {' '.join(pairs[:16])}",
        f"   {' '.join(pairs[16:])}",
    )


def _further(laptop: Laptop) -> tuple[str, ...]:
    others = [laptop.origin_at(host) for host in laptop.hosts if host != laptop.host]
    return (f"   It answers at {', '.join(others)} as well.",) if others else ()


def no_network(local: str, public: tuple[IPv4Address, ...], seconds: int) -> str:
    """What to do where no phone can find the laptop; `public` are addresses that do not help."""
    told = [PUBLIC.format(address=address) for address in public]
    return "\n".join((*told, NO_NETWORK.format(seconds=seconds), ON_THE_LAPTOP.format(local)))


def moved(lost: IPv4Address, port: int) -> str:
    """What becomes of phones that know the laptop by an address that it no longer has."""
    return MOVED.format(before=f"https://{lost}:{port}")


def ending(ends_at: datetime, folder: str) -> str:
    return ENDING.format(day=ends_at.date(), folder=folder)


def qr_code(address: str) -> str:
    code, drawn = QRCode(border=2), StringIO()
    code.add_data(address)
    code.print_ascii(out=drawn, invert=True)
    return drawn.getvalue()
