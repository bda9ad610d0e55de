"""The laptop's certificates: what they allow, for how long, and what nobody can do with them."""

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, ip_network
from typing import TypeVar

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import verification
from cryptography.x509.oid import ExtendedKeyUsageOID

from app.lan.authority import (
    Signer,
    fingerprint,
    has_ended,
    name_of,
    names_of,
    new_signer,
    still_serves,
)
from app.lan.networks import Names, names_for
from tests.lan.certificates import AT, BOOTH, LAPTOP, a_key, a_server, a_signer, client_trusting
from tests.lan.certificates import shake_hands as meet

Kind = TypeVar("Kind", bound=x509.ExtensionType)
NOW = datetime.now(UTC)  # a TLS client looks at its own clock
NAMES = names_for([BOOTH], LAPTOP)


@pytest.fixture(scope="module")
def signer() -> Signer:
    return a_signer(NOW)


@pytest.mark.parametrize("host", [str(BOOTH), LAPTOP, "localhost", "127.0.0.1"])
def test_who_trusts_the_authority_trusts_the_server_at_each_of_its_names(
    signer: Signer, host: str
) -> None:
    meet(signer, a_server(signer, at=NOW), host, client_trusting(signer.authority))


def test_another_verifier_comes_to_the_same_opinion(signer: Signer) -> None:
    certificate, _ = a_server(signer, at=NOW)
    strict = verification.PolicyBuilder().store(verification.Store([signer.authority])).time(NOW)

    at_name = strict.build_server_verifier(x509.DNSName(LAPTOP))
    at_address = strict.build_server_verifier(x509.IPAddress(BOOTH))

    assert len(at_name.verify(certificate, [signer.certificate])) == 3
    assert len(at_address.verify(certificate, [signer.certificate])) == 3


def test_who_does_not_trust_the_authority_trusts_nothing(signer: Signer) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        meet(signer, a_server(signer), LAPTOP, client_trusting(a_signer(NOW).authority))


def test_at_another_address_the_server_is_not_trusted(signer: Signer) -> None:
    with pytest.raises(ssl.SSLCertVerificationError, match="IP address mismatch"):
        meet(signer, a_server(signer, at=NOW), "192.168.1.6", client_trusting(signer.authority))


@pytest.mark.parametrize(
    "names",
    [
        Names((), ("bank.example",)),
        Names((), ("local.bank.example",)),
        Names((), ("mylocal",)),
        Names((IPv4Address("8.8.8.8"),), ()),
        Names((IPv4Address("172.32.0.1"),), ()),
        Names((IPv4Address("192.168.1.5"),), ("bank.example",)),
    ],
)
def test_whoever_has_the_signer_s_key_can_be_no_site_of_the_internet(
    signer: Signer, names: Names
) -> None:
    forged = a_server(signer, names, NOW)
    host = next(iter((*names.hosts, *map(str, names.addresses))))

    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
        meet(signer, forged, host, client_trusting(signer.authority))


def test_the_limits_hold_for_a_phone_that_does_not_look_at_the_authority_s_own() -> None:
    key = a_key()
    signer = new_signer(LAPTOP, key, a_key(), NOW)
    lenient = client_trusting(_without_limits(signer.authority, key))
    bank = Names((), ("bank.example",))

    meet(signer, a_server(signer, at=NOW), LAPTOP, lenient)
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
        meet(signer, a_server(signer, bank, NOW), "bank.example", lenient)


def _without_limits(
    authority: x509.Certificate, key: ec.EllipticCurvePrivateKey
) -> x509.Certificate:
    """The same authority, as a phone sees it that does not read limits of what it has installed."""
    own = x509.CertificateBuilder(authority.subject, authority.subject, key.public_key(), 1)
    return (
        own.not_valid_before(authority.not_valid_before_utc)
        .not_valid_after(authority.not_valid_after_utc)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_extension(authority, x509.KeyUsage), critical=True)
        .add_extension(_extension(authority, x509.SubjectKeyIdentifier), critical=False)
        .sign(key, SHA256())
    )


def test_both_say_their_limits_so_that_nobody_may_overlook_them(signer: Signer) -> None:
    limits = [
        certificate.extensions.get_extension_for_class(x509.NameConstraints)
        for certificate in (signer.authority, signer.certificate)
    ]

    assert all(each.critical for each in limits)
    assert _permitted(limits[0].value) == _permitted(limits[1].value)
    assert x509.IPAddress(ip_network("::/0")) in (limits[1].value.excluded_subtrees or [])


def _permitted(limits: x509.NameConstraints) -> set[str]:
    return {str(tree.value) for tree in limits.permitted_subtrees or []}


def _extension(certificate: x509.Certificate, kind: type[Kind]) -> Kind:
    return certificate.extensions.get_extension_for_class(kind).value


def test_a_signer_signs_no_further_signer(signer: Signer) -> None:
    basic = _extension(signer.certificate, x509.BasicConstraints)

    assert (basic.ca, basic.path_length) == (True, 0)
    assert ExtendedKeyUsageOID.SERVER_AUTH in _extension(signer.certificate, x509.ExtendedKeyUsage)


def test_a_server_s_certificate_does_what_phones_ask_of_one_and_nothing_else() -> None:
    certificate, _ = a_server(a_signer())
    usage = _extension(certificate, x509.KeyUsage)

    assert names_of(certificate) == NAMES
    assert list(_extension(certificate, x509.ExtendedKeyUsage)) == [ExtendedKeyUsageOID.SERVER_AUTH]
    assert not _extension(certificate, x509.BasicConstraints).ca
    assert usage.digital_signature
    assert not usage.key_cert_sign
    assert isinstance(certificate.public_key(), ec.EllipticCurvePublicKey)


def test_a_server_s_certificate_lasts_no_longer_than_an_iphone_accepts() -> None:
    certificate, _ = a_server(a_signer())

    lasts = certificate.not_valid_after_utc - certificate.not_valid_before_utc
    assert lasts <= timedelta(days=825)


def test_a_phone_whose_clock_is_a_day_behind_accepts_it() -> None:
    signer = a_signer()
    certificate, _ = a_server(signer)

    for one in (signer.authority, signer.certificate, certificate):
        assert one.not_valid_before_utc <= AT - timedelta(days=1)


def test_nothing_outlives_its_authority() -> None:
    signer = a_signer()

    late, _ = a_server(signer, at=AT + timedelta(days=3 * 365 - 10))

    assert late.not_valid_after_utc == signer.authority.not_valid_after_utc
    assert signer.certificate.not_valid_after_utc == signer.authority.not_valid_after_utc


@pytest.mark.parametrize(
    ("names", "days", "serves"),
    [
        (NAMES, 0, True),
        (NAMES, 366, True),
        (NAMES, 368, False),
        (names_for([BOOTH, IPv4Address("10.0.0.7")], LAPTOP), 0, False),
        (names_for([], LAPTOP), 0, False),
        (names_for([BOOTH], "other.local"), 0, False),
    ],
)
def test_a_certificate_is_made_anew_for_other_names_and_a_month_before_its_end(
    names: Names, days: int, serves: bool
) -> None:
    signer = a_signer()
    certificate, _ = a_server(signer, NAMES)

    assert still_serves(certificate, signer, names, AT + timedelta(days=days)) is serves


def test_another_authority_s_certificate_is_made_anew() -> None:
    certificate, _ = a_server(a_signer(), NAMES)

    assert not still_serves(certificate, a_signer(), NAMES, AT)


def test_an_authority_ends_after_three_years() -> None:
    signer = a_signer()

    assert not has_ended(signer, AT + timedelta(days=1094))
    assert has_ended(signer, AT + timedelta(days=1095))


def test_two_authorities_of_one_laptop_can_be_told_apart() -> None:
    first, second = a_signer().authority, a_signer().authority

    assert name_of(first).startswith("Showfloor on meis-laptop (")
    assert name_of(first) != name_of(second)
    assert fingerprint(first) != fingerprint(second)
    assert len(fingerprint(first).split()) == 32


def test_a_long_host_name_fits_into_a_certificate() -> None:
    assert new_signer("a" * 30 + ".local", a_key(), a_key(), AT)
