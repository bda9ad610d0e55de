"""Tokens and passwords as they are stored: never as they are."""

from functools import cache
from hashlib import sha256
from threading import Semaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200

AT_ONCE = 4  # each takes 64 MiB while it is hashed, and anybody may try to sign in
_turns = Semaphore(AT_ONCE)


def hashed_token(token: str) -> str:
    """A random token is its own salt: a plain SHA-256 is enough."""
    return sha256(token.encode()).hexdigest()


def hashed_password(password: str) -> str:
    """argon2id with the library's present recommendation (RFC 9106, low memory)."""
    with _turns:
        return PasswordHasher().hash(password)


def password_matches(password: str, stored: str | None) -> bool:
    """Takes as long for an unknown member as for a known one."""
    nobodys = _nobodys()  # made for everybody, so that the first stranger takes no longer
    try:
        with _turns:
            return PasswordHasher().verify(stored or nobodys, password) and stored is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return hashed_password("nobody's password")
