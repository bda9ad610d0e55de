"""Slowing down who guesses passwords."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network

WINDOW = timedelta(minutes=15)
ADDRESSES_SHARED_BY = 10  # a booth's phones and laptops come from one address


def sign_in_subjects(email: str, address: str, tries: int) -> Mapping[str, int]:
    """What one try to sign in counts against, and how many each may have in the window."""
    return {
        _hashed(f"e-mail {email}"): tries,
        _hashed(f"address {_network(address)}"): tries * ADDRESSES_SHARED_BY,
    }


def password_subjects(member_id: object, tries: int) -> Mapping[str, int]:
    """The same for the present password, asked for before it is changed."""
    return {_hashed(f"member {member_id}"): tries}


def free_again_at(tries: Sequence[datetime], allowed: int) -> datetime | None:
    """When the next try is free, given those in the window; None for now."""
    if len(tries) < allowed:
        return None
    return sorted(tries, reverse=True)[allowed - 1] + WINDOW


def _hashed(subject: str) -> str:
    return sha256(subject.encode()).hexdigest()


def _network(address: str) -> str:
    """A home or an office has a whole IPv6 network to come from: it counts as one."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return address
    if parsed.ipv4_mapped:  # or all of the older internet would count as one
        return str(parsed.ipv4_mapped)
    return str(ip_network((parsed, 64), strict=False))
