"""`showfloor serve --lan` where it cannot start, and a laptop that moves while it serves."""

import shutil
import socket
from collections.abc import Callable
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from cryptography import x509
from typer.testing import CliRunner

from app import cli
from app.config import Settings, settings
from app.lan import command
from app.lan.authority import names_of
from app.lan.command import Booth
from app.lan.networks import Found
from tests.lan.laptop import free_ports

Start = Callable[..., str]
HALL, HOTSPOT = IPv4Address("192.168.1.5"), IPv4Address("172.20.10.4")


@pytest.fixture
def refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Starts LAN mode with settings that it cannot use; what it says then."""

    def start(**told: str) -> str:
        given = {
            "DATABASE_URL": f"sqlite:///{tmp_path / 'showfloor.db'}",
            "LAN_FOLDER": str(tmp_path / "lan"),
            "LAN": "1",
            "HOST": "127.0.0.1",
            **told,
        }
        for name, value in given.items():
            monkeypatch.setenv(f"SHOWFLOOR_{name}", value)
        settings.cache_clear()
        result = CliRunner().invoke(cli.app, ["serve", "--lan"])
        settings.cache_clear()
        assert result.exit_code == 2, result.output
        return result.output

    return start


@pytest.mark.parametrize("taken", ["LAN_PORT", "LAN_DOOR_PORT", "PORT"])
def test_a_port_that_is_taken_is_named_with_its_setting(refused: Start, taken: str) -> None:
    ports = dict(zip(["LAN_PORT", "LAN_DOOR_PORT", "PORT"], map(str, free_ports()), strict=True))

    with socket.create_server(("127.0.0.1", int(ports[taken]))):
        said = refused(**ports)

    assert f"Port {ports[taken]} cannot be opened" in said
    assert f"SHOWFLOOR_{taken}." in said


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("LAN_ADDRESS", "8.8.8.8"),
        ("LAN_ADDRESS", "999.1.1.1"),
        ("LAN_ADDRESS", "laptop"),
        ("PUBLIC_URL", "https://leads.example.com"),
        ("PUBLIC_URL", "http://laptop.local"),
        ("LAN_FOLDER", "/dev/null/lan"),
    ],
)
def test_a_setting_that_lan_mode_cannot_use_is_named(
    refused: Start, setting: str, value: str
) -> None:
    assert value in refused(**{setting: value})


def test_lan_mode_is_one_process(refused: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    told = CliRunner().invoke(cli.app, ["serve", "--lan", "--workers", "2"])
    settings.cache_clear()

    assert told.exit_code == 2
    assert "no LAN mode" in told.output


@pytest.fixture
def move_to(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts the machine into networks where it has these addresses."""

    def move(*addresses: IPv4Address) -> None:
        monkeypatch.setattr(command, "machine_addresses", lambda: [Found(a) for a in addresses])

    return move


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def booth(tmp_path: Path, move_to: Callable[..., None], said: list[str]) -> Booth:
    """A booth in the Wi-Fi of the hall."""
    move_to(HALL)
    return Booth(Settings(lan=True, lan_folder=tmp_path / "lan"), said.append)


def _vouched(booth: Booth) -> tuple[IPv4Address, ...]:
    shown = x509.load_pem_x509_certificate(booth.keep.server_file.read_bytes())
    return names_of(shown).addresses


def test_a_laptop_that_moves_tells_phones_its_new_address(
    booth: Booth, move_to: Callable[..., None], said: list[str]
) -> None:
    move_to(HOTSPOT)

    assert booth.has_moved()
    assert booth.certify()

    assert booth.settings.origin == "https://172.20.10.4:8443"
    assert HOTSPOT in _vouched(booth)
    assert "Phones joined at https://192.168.1.5:8443" in "".join(said)
    assert "trust the laptop anew" not in "".join(said)


def test_a_laptop_that_stays_changes_nothing_and_says_nothing(
    booth: Booth, said: list[str]
) -> None:
    assert not booth.has_moved()
    assert not booth.certify()
    assert not said


def test_a_certificate_that_cannot_be_kept_stops_no_phone(
    booth: Booth, move_to: Callable[..., None], said: list[str]
) -> None:
    shutil.rmtree(booth.keep.folder)
    booth.keep.folder.write_text("in the way")
    move_to(HOTSPOT)

    assert booth.has_moved()
    assert not booth.has_certified()

    assert "cannot be kept" in said[-1]


def test_a_laptop_that_loses_its_network_for_a_while_stays_where_it_was(
    booth: Booth, move_to: Callable[..., None]
) -> None:
    move_to()

    assert not booth.has_moved()
    assert booth.settings.origin == "https://192.168.1.5:8443"


def test_phones_are_told_the_former_address_as_long_as_the_laptop_has_it(
    booth: Booth, move_to: Callable[..., None]
) -> None:
    move_to(HOTSPOT, HALL)

    booth.has_moved()
    booth.certify()

    assert booth.settings.origin == "https://192.168.1.5:8443"
    assert {HALL, HOTSPOT} <= set(_vouched(booth))


def test_a_laptop_that_starts_without_a_network_waits_for_one(
    tmp_path: Path, move_to: Callable[..., None], said: list[str]
) -> None:
    move_to(IPv4Address("203.0.113.9"))
    booth = Booth(Settings(lan=True, lan_folder=tmp_path / "lan"), said.append)
    booth.greet()
    move_to(HALL)

    assert booth.has_moved()

    assert "203.0.113.9 is an address of the internet" in said[0]
    assert "█" not in said[0]
    assert "https://192.168.1.5:8443" in said[1]


def test_phones_are_told_where_an_authority_had_to_be_made_anew(
    booth: Booth, tmp_path: Path, said: list[str]
) -> None:
    (booth.keep.folder / "signer.pem").unlink()

    Booth(Settings(lan=True, lan_folder=tmp_path / "lan"), said.append).greet()

    assert "every phone\nhas to trust the laptop anew" in "".join(said)


def test_a_start_without_a_network_keeps_the_certificate_of_the_last_one(
    booth: Booth, tmp_path: Path, move_to: Callable[..., None], said: list[str]
) -> None:
    move_to()

    Booth(Settings(lan=True, lan_folder=tmp_path / "lan"), said.append)

    assert HALL in _vouched(booth)
