"""What a phone seals, the exhibitor's key opens; nothing else does."""

import subprocess
from base64 import b64decode, b64encode
from pathlib import Path

import pytest

from app.kit.sealing import HEAD, TAG, KeyPair, Unopenable, new_key_pair, opened

HERE = Path(__file__).parent

# One seal that never changes: made by seal.mjs with a key for once that was written down.
PRIVATE = bytes(range(1, 33))
PUBLIC = "BFFcPW6545a5BNP+yn9U/c0MwemXvzddylFa0KbDtANfRTa+OlDzGPv5pUdZAqIhUCvvDVfgjFOyzApW8X2fk1Q="
ONCE = (
    '{"kty":"EC","crv":"P-256","x":"HxQBRr-xslH4T03b4NTNz9d6_ZhKlSDjV5QCH4MSu54",'
    '"y":"7JlaCLH6dwTfPcwLUKlmUmP7dxH5X5-KRJxQluR8iSs",'
    '"d":"ISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0-P0A"}'
)
SEALED = (
    "AQQfFAFGv7GyUfhPTdvg1M3P13r9mEqVIONXlAIfgxK7nuyZWgix+ncE3z3MC1CpZlJj+3cR+V+fikScUJbkfIkrkoz1"
    "SrLzRuYN/jjOf5qawCp77IEFBFxIrtwx3KHvm7+H8w=="
)
SAID = b"Aiko Mori, Mori KK"


def sealed_by_a_phone(said: bytes, public: str, *once: str) -> bytes:
    command = ["node", str(HERE / "seal.mjs"), public, *once]
    return b64decode(subprocess.run(command, input=said, capture_output=True, check=True).stdout)


@pytest.fixture(scope="module")
def owner() -> KeyPair:
    return new_key_pair()


@pytest.mark.parametrize("said", [b"", b"\x00", "王小明 🙂".encode(), bytes(100_000)])
def test_what_a_phone_sealed_is_opened_unchanged(said: bytes, owner: KeyPair) -> None:
    sealed = sealed_by_a_phone(said, b64encode(owner.public).decode())

    assert opened(owner.private, sealed) == said


def test_the_same_bytes_sealed_twice_have_nothing_in_common_to_see(owner: KeyPair) -> None:
    public = b64encode(owner.public).decode()

    one, other = sealed_by_a_phone(SAID, public), sealed_by_a_phone(SAID, public)

    assert one[1:HEAD] != other[1:HEAD]
    assert one[HEAD:] != other[HEAD:]


def test_the_format_stays_what_it_is() -> None:
    assert sealed_by_a_phone(SAID, PUBLIC, ONCE) == b64decode(SEALED)
    assert opened(PRIVATE, b64decode(SEALED)) == SAID


def test_a_seal_adds_little_to_what_it_closes() -> None:
    assert len(b64decode(SEALED)) == HEAD + len(SAID) + TAG


@pytest.mark.parametrize("bit", range(8 * len(b64decode(SEALED))))
def test_any_bit_that_is_flipped_is_noticed(bit: int) -> None:
    changed = bytearray(b64decode(SEALED))
    changed[bit // 8] ^= 1 << bit % 8

    with pytest.raises(Unopenable):
        opened(PRIVATE, bytes(changed))


@pytest.mark.parametrize("length", range(len(b64decode(SEALED))))
def test_anything_cut_off_is_noticed(length: int) -> None:
    with pytest.raises(Unopenable):
        opened(PRIVATE, b64decode(SEALED)[:length])


def test_anything_added_is_noticed() -> None:
    with pytest.raises(Unopenable):
        opened(PRIVATE, b64decode(SEALED) + b"\x00")


def test_another_exhibitor_s_key_opens_nothing(owner: KeyPair) -> None:
    with pytest.raises(Unopenable):
        opened(owner.private, b64decode(SEALED))
