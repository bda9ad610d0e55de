"""The files of the certificates: made once, kept, and for nobody else's eyes."""

from datetime import timedelta
from ipaddress import IPv4Address
from pathlib import Path
from stat import S_IMODE

import pytest
from cryptography import x509

from app.lan.gateway.keep import CannotServe, Keep
from app.lan.networks import names_for
from tests.lan.certificates import AT, BOOTH, LAPTOP

NAMES = names_for([BOOTH], LAPTOP)
ELSEWHERE = names_for([IPv4Address("172.20.10.4")], LAPTOP)


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    return Keep(tmp_path / "data" / "lan")


def test_the_authority_is_made_once(keep: Keep) -> None:
    made, is_new = keep.signer(LAPTOP, AT)
    kept, is_new_again = keep.signer("renamed.local", AT + timedelta(days=1000))

    assert (is_new, is_new_again) == (True, False)
    assert kept.authority == made.authority
    assert kept.certificate == made.certificate


def test_an_authority_that_has_ended_is_made_anew(keep: Keep) -> None:
    made, _ = keep.signer(LAPTOP, AT)

    again, is_new = keep.signer(LAPTOP, AT + timedelta(days=1095))

    assert is_new
    assert again.authority != made.authority


def test_nobody_else_on_the_machine_reads_the_keys(keep: Keep) -> None:
    signer, _ = keep.signer(LAPTOP, AT)
    keep.certify(signer, NAMES, AT)

    modes = {file.name: S_IMODE(file.stat().st_mode) for file in keep.folder.iterdir()}

    assert set(modes) == {"signer.pem", "server.pem", "authority.crt"}
    assert set(modes.values()) == {0o600}
    assert S_IMODE(keep.folder.stat().st_mode) == 0o700


def test_the_key_of_the_authority_is_kept_nowhere(keep: Keep) -> None:
    signer, _ = keep.signer(LAPTOP, AT)
    keep.certify(signer, NAMES, AT)

    keys = [file.name for file in keep.folder.iterdir() if b"PRIVATE KEY" in file.read_bytes()]

    assert sorted(keys) == ["server.pem", "signer.pem"]
    assert signer.key.public_key() != signer.authority.public_key()


def test_the_authority_lies_there_for_whoever_installs_it_otherwise(keep: Keep) -> None:
    signer, _ = keep.signer(LAPTOP, AT)

    written = x509.load_pem_x509_certificate((keep.folder / "authority.crt").read_bytes())

    assert written == signer.authority


def test_a_certificate_stays_until_the_addresses_change(keep: Keep) -> None:
    signer, _ = keep.signer(LAPTOP, AT)

    made = [
        keep.certify(signer, names, AT + timedelta(days=day))
        for names, day in [(NAMES, 0), (NAMES, 1), (ELSEWHERE, 2), (ELSEWHERE, 3), (ELSEWHERE, 380)]
    ]

    assert made == [True, False, True, False, True]


def test_a_new_authority_has_a_new_certificate(keep: Keep) -> None:
    keep.certify(keep.signer(LAPTOP, AT)[0], NAMES, AT)
    later = AT + timedelta(days=1095)

    assert keep.certify(keep.signer(LAPTOP, later)[0], NAMES, later)


@pytest.mark.parametrize("name", ["signer.pem", "server.pem"])
def test_what_cannot_be_read_stops_the_start_and_says_what_to_do(keep: Keep, name: str) -> None:
    signer, _ = keep.signer(LAPTOP, AT)
    keep.certify(signer, NAMES, AT)
    (keep.folder / name).write_text("-----BEGIN NOTHING-----")

    with pytest.raises(CannotServe, match="Put a copy of the folder back"):
        keep.certify(keep.signer(LAPTOP, AT)[0], NAMES, AT)


def test_another_certificate_s_key_is_noticed(keep: Keep, tmp_path: Path) -> None:
    other = Keep(tmp_path / "other")
    other.signer(LAPTOP, AT)
    keep.signer(LAPTOP, AT)
    stranger = (other.folder / "signer.pem").read_text().partition("-----BEGIN CERT")[0]
    own = (keep.folder / "signer.pem").read_text().partition("-----BEGIN CERT")
    (keep.folder / "signer.pem").write_text(stranger + own[1] + own[2])

    with pytest.raises(CannotServe, match="the key is not the certificate's"):
        keep.signer(LAPTOP, AT)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(CannotServe, match=r"cannot be kept in .*file/lan"):
        Keep(tmp_path / "file" / "lan").signer(LAPTOP, AT)
