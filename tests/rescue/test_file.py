import gzip
import json
from typing import Any

import pytest

from app.kit.sealing import new_key_pair
from app.rescue.armour import read_file
from app.rescue.contents import LARGEST, Content, unpacked
from app.rescue.locks import unlocked, unsealed
from app.rescue.problem import SENTENCES, Unreadable
from tests import cast
from tests.phone import capture
from tests.pictures import PNG
from tests.rescue.files import PASSPHRASE, photo_of, rescue_file

SENT = capture(note="要两台 XT-200")


@pytest.fixture(scope="module")
def locked() -> str:
    """A file with a capture and its photo, locked with a passphrase on a phone."""
    return rescue_file(SENT, photos=(photo_of(SENT),))


def opened(text: str, passphrase: str = PASSPHRASE) -> Content:
    return unpacked(unlocked(read_file(text), passphrase))


def reason(text: str, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(Unreadable) as refused:
        opened(text, passphrase)
    return refused.value.reason


def test_a_file_that_a_phone_locked_is_opened_here(locked: str) -> None:
    content = opened(locked)

    assert content.captures == [SENT]
    assert content.labels == ["Aiko Mori, Mori KK"]
    assert [photo.content for photo in content.photos] == [PNG]
    assert read_file(locked).exhibitor_id == cast.KOGYO


def test_a_file_that_a_phone_sealed_is_opened_with_the_exhibitors_key_and_no_other() -> None:
    pair = new_key_pair()
    file = read_file(rescue_file(SENT, passphrase=None, key=pair.public))

    assert file.is_sealed
    assert unpacked(unsealed(file, pair.private)).captures == [SENT]
    with pytest.raises(Unreadable, match="not_our_key"):
        unsealed(file, new_key_pair().private)


def test_captures_come_in_the_order_they_were_made() -> None:
    sent = [capture() for _ in range(3)]

    content = opened(rescue_file(*reversed(sent)))

    assert content.captures == sent


def test_what_a_messenger_does_to_a_text_does_no_harm(locked: str) -> None:
    changed = "\ufeff" + locked.replace("\n", " \r\n") + "\r\nSent from my phone"

    assert opened(changed, f" {PASSPHRASE} ").captures == [SENT]


def test_a_file_that_is_spoiled_is_told_by_its_reason(locked: str) -> None:
    assert reason("BEGIN:VCARD") == "no_rescue_file"
    assert reason("") == "no_rescue_file"
    assert reason(locked[: len(locked) * 2 // 3]) == "cut"
    assert reason("\n".join(locked.splitlines()[:3])) == "cut"
    assert reason(locked.replace("\n-----END", "A\n-----END")) == "damaged"
    assert reason(locked.replace("Version: 1", "Version: 2")) == "newer"
    assert reason(locked.replace("Version: 1", "Version: one")) == "damaged"
    assert reason(locked.replace(str(cast.KOGYO), "Kogyo")) == "damaged"
    assert reason(locked.replace("600000", "9999999")) == "damaged"
    assert reason(locked.replace("Salt: ", "Salt: !")) == "damaged"


def test_a_wrong_passphrase_is_told_as_such_and_so_is_a_changed_head(locked: str) -> None:
    assert reason(locked, "guess") == "wrong_passphrase"
    assert reason(locked.replace("Captures: 1", "Captures: 2")) == "wrong_passphrase"


@pytest.mark.parametrize(
    "held",
    [
        b"not packed",
        gzip.compress(b"{}"),
        gzip.compress(b'{"captures": 3, "photos": []}'),
        gzip.compress(b'{"captures": [{"capture": "x"}], "photos": []}'),
        gzip.compress(b'{"captures": [], "photos": [{"bytes_b64": "!"}]}'),
        gzip.compress(b'{"captures": [], "photos": []}')[:-6],
        gzip.compress(b"[" * 100_000),
    ],
    ids=range(7),
)
def test_what_no_phone_packed_is_damaged(held: bytes) -> None:
    with pytest.raises(Unreadable, match="damaged"):
        unpacked(held)


def test_a_small_file_that_unpacks_to_more_than_fits_is_damaged() -> None:
    with pytest.raises(Unreadable, match="damaged"):
        unpacked(gzip.compress(b" " * (LARGEST + 1)))


def test_a_photo_of_nothing_known_stops_nothing() -> None:
    held: dict[str, Any] = {"captures": [], "photos": [{"bytes_b64": "", "kind": "cat"}]}

    (photo,) = unpacked(gzip.compress(json.dumps(held).encode())).photos

    assert photo.form is None


def test_every_reason_has_a_sentence(locked: str) -> None:
    assert {reason(locked, "guess"), "cut", "damaged", "newer"} <= set(SENTENCES)
