"""Sealing: bytes that anybody may close with a public key, and only the private key opens.

    version 1   1 byte
    once        65 bytes   a public key made for this one seal: P-256, uncompressed
    closed      the rest   AES-256-GCM, its tag of 16 bytes last

Key (32 bytes) and nonce (12 bytes) are HKDF-SHA256 of the secret that both keys share (ECDH), with
`once` and the public key as salt and INFO as info; version and `once` are authenticated with it.
"""

from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    derive_private_key,
    generate_private_key,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

VERSION = b"\x01"
POINT, KEY, NONCE, TAG = 65, 32, 12, 16
HEAD = len(VERSION) + POINT
INFO = b"showfloor sealed 1"
CURVE = SECP256R1()


class Unopenable(Exception):
    """These bytes were not sealed for this key, or they have changed since."""


@dataclass(frozen=True, slots=True)
class KeyPair:
    """`public` is a point as it is sent (65 bytes), `private` a number (32 bytes)."""

    public: bytes
    private: bytes


def new_key_pair() -> KeyPair:
    made = generate_private_key(CURVE)
    number = made.private_numbers().private_value
    return KeyPair(_point(made.public_key()), number.to_bytes(KEY, "big"))


def opened(private: bytes, sealed: bytes) -> bytes:
    """What was sealed. Raises Unopenable."""
    if not sealed.startswith(VERSION) or len(sealed) < HEAD + TAG:
        raise Unopenable
    once = sealed[len(VERSION) : HEAD]
    owner = derive_private_key(int.from_bytes(private, "big"), CURVE)
    try:
        key, nonce = _key_and_nonce(owner, once)
        return AESGCM(key).decrypt(nonce, sealed[HEAD:], sealed[:HEAD])
    except (ValueError, InvalidTag) as problem:
        raise Unopenable from problem


def _key_and_nonce(owner: EllipticCurvePrivateKey, once: bytes) -> tuple[bytes, bytes]:
    shared = owner.exchange(ECDH(), EllipticCurvePublicKey.from_encoded_point(CURVE, once))
    salt = once + _point(owner.public_key())
    derived = HKDF(SHA256(), KEY + NONCE, salt, INFO).derive(shared)
    return derived[:KEY], derived[KEY:]


def _point(key: EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
