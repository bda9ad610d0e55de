"""The laptop's own certificates: the authority that phones trust, what it may sign, and the server.

The authority signs once, the signer, and its key is thrown away. The signer makes the server's
certificates, for addresses of private networks and .local names only: whoever steals its key can
pretend to be nothing else, to a phone that trusts the authority.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv4Address, IPv6Network

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey as Key
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey as PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from app.lan.networks import OWN, OWN_NAMES, Names

AUTHORITY_LASTS = timedelta(days=3 * 365)
SERVER_LASTS = timedelta(days=397)  # iPhones refuse what lasts longer than 825
RENEWED_BEFORE = timedelta(days=30)
BACKDATED = timedelta(days=2)  # for a phone whose clock is behind
SERVES = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])


@dataclass(frozen=True, slots=True)
class Signer:
    """What makes the server's certificates, with the authority that vouches for it."""

    authority: x509.Certificate
    certificate: x509.Certificate
    key: Key


def new_signer(host: str, authority_key: Key, key: Key, at: datetime) -> Signer:
    """An authority and its signer. Nobody needs `authority_key` afterwards: throw it away."""
    mark = sha256(_public_bytes(authority_key.public_key())).hexdigest()[:4].upper()
    name = f"Showfloor on {host.removesuffix('.local')} ({mark})"
    own, ends_at = _named(name), at + AUTHORITY_LASTS
    itself = _certificate(own, own, authority_key.public_key(), at, ends_at)
    authority = _signing(itself, authority_key, depth=1).sign(authority_key, SHA256())
    begun = _certificate(_named(f"{name}, signer"), own, key.public_key(), at, ends_at)
    signer = _signing(begun.add_extension(SERVES, critical=False), authority_key, depth=0)
    return Signer(authority, signer.sign(authority_key, SHA256()), key)


def server_certificate(
    signer: Signer, key: PublicKey, names: Names, at: datetime
) -> x509.Certificate:
    """The certificate that the server shows, for as long as phones accept it."""
    ends_at = min(at + SERVER_LASTS, signer.certificate.not_valid_after_utc)
    issuer = signer.certificate.subject
    return (
        _certificate(_named("Showfloor"), issuer, key, at, ends_at)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs=False), critical=True)
        .add_extension(SERVES, critical=False)
        .add_extension(_alternatives(names), critical=False)
        .add_extension(_of_issuer(signer.key), critical=False)
        .sign(signer.key, SHA256())
    )


def names_of(certificate: x509.Certificate) -> Names:
    """Whom a server's certificate vouches for."""
    named = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    addresses = named.get_values_for_type(x509.IPAddress)
    return Names(
        tuple(one for one in addresses if isinstance(one, IPv4Address)),
        tuple(named.get_values_for_type(x509.DNSName)),
    )


def still_serves(certificate: x509.Certificate, signer: Signer, names: Names, at: datetime) -> bool:
    """Whether the server may go on with a certificate: this signer's, for these names, in time."""
    return (
        certificate.issuer == signer.certificate.subject
        and names_of(certificate) == names
        and at + RENEWED_BEFORE < certificate.not_valid_after_utc
    )


def has_ended(signer: Signer, at: datetime) -> bool:
    """Whether phones accept nothing any more that it signs."""
    return at >= signer.certificate.not_valid_after_utc


def is_ending(signer: Signer, at: datetime) -> bool:
    """Whether phones will have to trust anew within a month."""
    return at + RENEWED_BEFORE >= signer.certificate.not_valid_after_utc


def fingerprint(certificate: x509.Certificate) -> str:
    """What two people compare: SHA-256, in pairs, as phones show it."""
    return certificate.fingerprint(SHA256()).hex(" ").upper()


def name_of(certificate: x509.Certificate) -> str:
    """The name by which a phone lists it."""
    [name] = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(name.value)


def _named(name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Showfloor"),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: PublicKey, at: datetime, ends_at: datetime
) -> x509.CertificateBuilder:
    """What every certificate has. Its number follows from its key and its day."""
    number = sha256(_public_bytes(key) + at.isoformat().encode()).digest()[:16]
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(int.from_bytes(number) | 1)
        .not_valid_before(at - BACKDATED)
        .not_valid_after(ends_at)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _signing(
    builder: x509.CertificateBuilder, issuer: Key, *, depth: int
) -> x509.CertificateBuilder:
    """Lets a certificate sign others, `depth` of them in a row below the next, within limits."""
    return (
        builder.add_extension(x509.BasicConstraints(ca=True, path_length=depth), critical=True)
        .add_extension(_usage(signs=True), critical=True)
        .add_extension(_within(OWN_NAMES), critical=True)
        .add_extension(_of_issuer(issuer), critical=False)
    )


def _within(hosts: Iterable[str]) -> x509.NameConstraints:
    """The names and addresses that nobody on the internet has, and of no IPv6 address any."""
    own = [*map(x509.DNSName, hosts), *map(x509.IPAddress, OWN)]
    return x509.NameConstraints(own, [x509.IPAddress(IPv6Network("::/0"))])


def _alternatives(names: Names) -> x509.SubjectAlternativeName:
    return x509.SubjectAlternativeName(
        [*map(x509.DNSName, names.hosts), *map(x509.IPAddress, names.addresses)]
    )


def _of_issuer(key: Key) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())


def _usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs,
        key_cert_sign=signs,
        crl_sign=signs,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _public_bytes(key: PublicKey) -> bytes:
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
