"""The files that the laptop's certificates are kept in, readable for its own user only."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509 import Certificate, load_pem_x509_certificates

from app.lan.authority import Signer, has_ended, new_signer, server_certificate, still_serves
from app.lan.networks import Names

SIGNER, SERVER, AUTHORITY = "signer.pem", "server.pem", "authority.crt"


class CannotServe(Exception):
    """LAN mode cannot start; the message says why and what to do."""


class Keep:
    """The folder. Each file holds a key with the certificates that go with it, so that one is never
    there without the other; authority.crt is for whoever installs it by other means than our page.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.server_file = folder / SERVER

    def signer(self, host: str, at: datetime) -> tuple[Signer, bool]:
        """The signer that is kept, or a new one where there is none or it has ended; whether it
        is new: then every phone has to trust anew.
        """
        kept = self._kept_signer()
        if kept and not has_ended(kept, at):
            return kept, False
        made = new_signer(host, _new_key(), _new_key(), at)
        self._write(SIGNER, _secret(made.key) + _public(made.certificate, made.authority))
        self._write(AUTHORITY, _public(made.authority))
        return made, True

    def server(self) -> Certificate | None:
        """The certificate that the server showed last."""
        with self._reading():
            return (
                load_pem_x509_certificates(self.server_file.read_bytes())[0]
                if self.server_file.exists()
                else None
            )

    def certify(self, signer: Signer, names: Names, at: datetime) -> bool:
        """Keeps a certificate for these names; whether a new one had to be made."""
        kept = self.server()
        if kept and still_serves(kept, signer, names, at):
            return False
        key = _new_key()
        made = server_certificate(signer, key.public_key(), names, at)
        self._write(SERVER, _secret(key) + _public(made, signer.certificate))
        return True

    def _kept_signer(self) -> Signer | None:
        file = self.folder / SIGNER
        if not file.exists():
            return None
        with self._reading():
            key = load_pem_private_key(file.read_bytes(), None)
            certificate, authority = load_pem_x509_certificates(file.read_bytes())
            fits = certificate.public_key() == key.public_key()
            if not (fits and isinstance(key, EllipticCurvePrivateKey)):
                raise ValueError("the key is not the certificate's")
            return Signer(authority, certificate, key)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError) as problem:
            raise CannotServe(
                f"The certificates in {self.folder} cannot be read ({problem}). Put a copy of the "
                "folder back, or take it away: then every phone has to trust this laptop anew."
            ) from problem

    def _write(self, name: str, content: bytes) -> None:
        """Whole or not at all, and from its first byte on for nobody else's eyes."""
        beside = self.folder / f"{name}.new"
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside.unlink(missing_ok=True)
            opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(opened, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(opened)
            beside.replace(self.folder / name)
        except OSError as problem:
            raise CannotServe(
                f"The certificates cannot be kept in {self.folder}: {problem}"
            ) from problem


def _new_key() -> EllipticCurvePrivateKey:
    return generate_private_key(SECP256R1())


def _secret(key: EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _public(*certificates: Certificate) -> bytes:
    return b"".join(one.public_bytes(Encoding.PEM) for one in certificates)
