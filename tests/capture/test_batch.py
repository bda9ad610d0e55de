import json
from base64 import b64encode
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.capture.batch import Malformed, Refusal, Sent, read_batch
from tests.phone import batch, capture

anything: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def read_one(**changed: Any) -> Sent | Refusal:
    (item,) = read_batch(json.dumps(batch({**capture(), **changed})).encode())[1]
    return item


@given(st.binary(max_size=300))
def test_any_bytes_are_a_batch_or_malformed(body: bytes) -> None:
    with suppress(Malformed):
        read_batch(body)


@given(st.dictionaries(st.sampled_from(sorted(capture())), anything), anything)
def test_any_capture_is_sent_or_refused(changed: dict[str, Any], other: Any) -> None:
    sent = batch({**capture(), **changed}, other)

    items = read_batch(json.dumps(sent).encode())[1]

    assert all(isinstance(item, Sent | Refusal) for item in items)


def test_a_batch_of_a_million_captures_is_not_even_counted() -> None:
    """To answer each of them took seconds, in which nobody else was served."""
    with pytest.raises(Malformed):
        read_batch(json.dumps(batch(*[0] * 1_000_000)).encode())


@pytest.mark.parametrize("body", ["[" * 100_000, '{"captures": ' + "[" * 100_000])
def test_a_deep_nest_is_malformed_and_no_accident(body: str) -> None:
    with pytest.raises(Malformed):
        read_batch(body.encode())


@pytest.mark.parametrize("captured_at", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "noon"])
def test_a_time_that_cannot_be_reckoned_with_is_refused_by_name(captured_at: str) -> None:
    refusal = read_one(captured_at=captured_at)

    assert isinstance(refusal, Refusal)
    assert refusal.field == "captured_at"


def test_a_phone_without_a_clock_is_heard() -> None:
    assert isinstance(read_one(captured_at="1970-01-01T00:00:12Z"), Sent)


def test_the_same_capture_has_the_same_hash_whatever_the_order_of_its_fields() -> None:
    sent = capture()
    turned = dict(reversed(sent.items()))

    first, second = read_batch(json.dumps(batch(sent, turned)).encode())[1]

    assert isinstance(first, Sent)
    assert isinstance(second, Sent)
    assert first.sha256 == second.sha256


def test_a_payload_of_exactly_the_limit_is_kept_whole() -> None:
    item = read_one(payload_b64=b64encode(b"x" * 8192).decode())

    assert isinstance(item, Sent)
    assert len(item.payload) == item.payload_length == 8192


def test_a_note_that_makes_a_capture_huge_is_refused_with_its_reason() -> None:
    refusal = read_one(note="x" * 70_000)

    assert refusal == Refusal(refusal.capture_id, "too_large")  # type: ignore[union-attr]
