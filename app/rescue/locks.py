"""Opening what a rescue file holds: with its passphrase, or with the exhibitor's key."""

import re
import unicodedata
from base64 import b64decode
from hashlib import pbkdf2_hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.kit.sealing import Unopenable, opened
from app.rescue.armour import RescueFile
from app.rescue.problem import Unreadable

DERIVATION = re.compile(r"PBKDF2-SHA256 (\d{1,7})")
FEWEST, MOST = 100_000, 5_000_000  # a file must not keep anybody busy for minutes
KEY = 32


def unlocked(file: RescueFile, passphrase: str) -> bytes:
    """The content of a file that is locked with a passphrase. Raises Unreadable."""
    try:
        salt, nonce = (b64decode(file.head[name], validate=True) for name in ("Salt", "Nonce"))
    except (KeyError, ValueError):
        raise Unreadable("damaged") from None
    said = unicodedata.normalize("NFC", passphrase).strip().encode()
    key = pbkdf2_hmac("sha256", said, salt, _iterations(file), KEY)
    try:
        return AESGCM(key).decrypt(nonce, file.closed, file.bound)
    except InvalidTag:
        raise Unreadable("wrong_passphrase") from None  # its checksum was right
    except ValueError:
        raise Unreadable("damaged") from None


def unsealed(file: RescueFile, private_key: bytes) -> bytes:
    """The content of a file that is sealed for the exhibitor. Raises Unreadable."""
    try:
        return opened(private_key, file.closed)
    except Unopenable:
        raise Unreadable("not_our_key") from None


def _iterations(file: RescueFile) -> int:
    found = DERIVATION.fullmatch(file.head.get("Derivation", ""))
    if found is None or not FEWEST <= int(found[1]) <= MOST:
        raise Unreadable("damaged")
    return int(found[1])
