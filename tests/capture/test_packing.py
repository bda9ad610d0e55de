import gzip
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from app.capture.batch import Malformed, read_batch
from app.capture.packing import LARGEST, CannotUnpack, is_packed, unpacked
from tests import cast
from tests.phone import batch, capture


@given(st.binary(max_size=2000))
def test_what_is_packed_comes_out_as_it_went_in(body: bytes) -> None:
    assert unpacked(gzip.compress(body)) == body


@given(st.binary(max_size=300))
def test_any_bytes_are_unpacked_or_refused(body: bytes) -> None:
    with suppress(CannotUnpack):
        unpacked(b"\x1f\x8b" + body)


@pytest.mark.parametrize("keep", [1, 10, -1])
def test_a_body_cut_short_is_refused(keep: int) -> None:
    with pytest.raises(CannotUnpack):
        unpacked(gzip.compress(b"{}" * 1000)[:keep])


def test_a_body_that_would_fill_the_memory_is_refused() -> None:
    bomb = gzip.compress(bytes(LARGEST + 1))

    with pytest.raises(CannotUnpack):
        unpacked(bomb)


def test_no_json_looks_packed() -> None:
    assert not is_packed(json.dumps(batch(capture())).encode())


def test_a_packed_batch_is_read_as_the_plain_one() -> None:
    plain = json.dumps(batch(capture())).encode()

    assert read_batch(gzip.compress(plain)) == read_batch(plain)


def test_a_packed_batch_that_is_damaged_is_malformed() -> None:
    with pytest.raises(Malformed):
        read_batch(gzip.compress(json.dumps(batch(capture())).encode())[:-9])


def test_captures_sent_packed_are_stored_as_those_sent_plain(client: TestClient) -> None:
    client.cookies.set("sign_in", cast.SAM.token)
    body = json.dumps(batch(capture(), capture("R-7"))).encode()
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}

    packed = client.post("/captures/sync", content=gzip.compress(body), headers=headers)
    plain = client.post("/captures/sync", content=body)

    assert {verdict["verdict"] for verdict in packed.json()["verdicts"]} <= {"recorded", "parked"}
    assert [verdict["verdict"] for verdict in plain.json()["verdicts"]] == ["known", "known"]
