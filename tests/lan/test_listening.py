"""Servers side by side: an open port, and a certificate that changes while phones are served."""

import asyncio
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from fastapi import FastAPI

from app.lan.authority import Signer, names_of
from app.lan.gateway.keep import CannotServe, Keep
from app.lan.gateway.listening import Beside, listening
from app.lan.gateway.machine import machine_addresses
from app.lan.networks import names_for
from tests.lan.certificates import BOOTH, LAPTOP

NOW = datetime.now(UTC)
HOTSPOT = IPv4Address("172.20.10.4")


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    return Keep(tmp_path / "lan")


@pytest.fixture
def signer(keep: Keep) -> Signer:
    made, _ = keep.signer(LAPTOP, NOW)
    keep.certify(made, names_for([BOOTH], LAPTOP), NOW)
    return made


@pytest.fixture
def server(keep: Keep, signer: Signer) -> Iterator[Beside]:
    opened = listening("127.0.0.1", 0, "SHOWFLOOR_LAN_PORT")
    running = Beside(FastAPI(), opened, ssl_certfile=keep.server_file)
    thread = threading.Thread(target=lambda: asyncio.run(running.serve_opened()), daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.01)
    yield running
    running.should_exit = True
    thread.join(10)


def _shown(server: Beside, authority: x509.Certificate) -> tuple[IPv4Address, ...]:
    """The addresses in the certificate that a phone is shown which trusts the authority."""
    trusting = ssl.create_default_context(cadata=authority.public_bytes(Encoding.PEM).decode())
    with (
        socket.create_connection(server.opened.getsockname()) as connection,
        trusting.wrap_socket(connection, server_hostname=LAPTOP) as secure,
    ):
        shown = secure.getpeercert(binary_form=True)
    assert shown
    return names_of(x509.load_der_x509_certificate(shown)).addresses


def test_a_laptop_that_has_moved_shows_its_new_certificate_without_a_restart(
    server: Beside, keep: Keep, signer: Signer
) -> None:
    before = _shown(server, signer.authority)
    keep.certify(signer, names_for([HOTSPOT], LAPTOP), NOW)

    server.show(keep.server_file)

    assert BOOTH in before
    assert HOTSPOT in _shown(server, signer.authority)
    assert BOOTH not in _shown(server, signer.authority)


def test_a_port_that_is_taken_is_named_with_its_setting() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(CannotServe, match=rf"Port {port} .* SHOWFLOOR_LAN_PORT"):
            listening("127.0.0.1", port, "SHOWFLOOR_LAN_PORT")


def test_a_machine_knows_its_own_addresses_each_once() -> None:
    addresses = [found.address for found in machine_addresses()]

    assert IPv4Address("127.0.0.1") in addresses
    assert len(addresses) == len(set(addresses))
