"""Certificates of a test's own, and a TLS client that trusts nothing but one authority."""

import ssl
from datetime import UTC, datetime
from ipaddress import IPv4Address
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from app.lan.authority import Signer, new_signer, server_certificate
from app.lan.networks import Names, names_for

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LAPTOP = "meis-laptop.local"
BOOTH = IPv4Address("192.168.1.5")


def a_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def a_signer(at: datetime = AT) -> Signer:
    return new_signer(LAPTOP, a_key(), a_key(), at)


def a_server(
    signer: Signer, names: Names | None = None, at: datetime = AT
) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    key = a_key()
    names = names or names_for([BOOTH], LAPTOP)
    return server_certificate(signer, key.public_key(), names, at), key


def client_trusting(authority: x509.Certificate) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata=authority.public_bytes(Encoding.PEM).decode())
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    return context


def shake_hands(
    signer: Signer,
    server: tuple[x509.Certificate, ec.EllipticCurvePrivateKey],
    host: str,
    client: ssl.SSLContext,
) -> None:
    """A TLS handshake in memory. Raises ssl.SSLCertVerificationError where the client refuses."""
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    serving = _context_of(signer, *server).wrap_bio(to_server, to_client, server_side=True)
    asking = client.wrap_bio(to_client, to_server, server_hostname=host)
    for _ in range(4):
        for side in (asking, serving):
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                continue


def _context_of(
    signer: Signer, certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey
) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with TemporaryDirectory() as folder:
        chain, secret = Path(folder, "chain.pem"), Path(folder, "key.pem")
        chain.write_bytes(
            certificate.public_bytes(Encoding.PEM) + signer.certificate.public_bytes(Encoding.PEM)
        )
        secret.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        context.load_cert_chain(chain, secret)
    return context
