"""Reading any payload whatever: the laws that hold for all of them."""

import json
from string import printable
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.badges.formats import columns, vcard_lines
from app.badges.lines import answer_line
from app.badges.mapping import FieldMapping
from app.badges.parse import MOST_READ, parse_badge, understood

WORDS = (
    "BEGIN:VCARD END:VCARD MECARD: BIZCARD: WIFI: N: FN: ORG: TEL; EMAIL; =C3 = \\ ; , "
    ': | ^ $ :: ~ " { } [ ] https:// mailto: tel:+ a@b.example @ + 13800138000 王 小明 '
    "公司 Anna Weber GmbH eyJ . % * "
)
PIECES = st.sampled_from(["\n", "\r\n", "\t", " ", *WORDS.split()])
DIRT = st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=40).map("".join)
MAPPING = FieldMapping("|", ("badge_id", "name", "", "emails"))


@given(st.one_of(st.text(), DIRT))
def test_no_text_makes_a_reader_fail(text: str) -> None:
    understood(text).finished(text, "utf-8")
    understood(text, MAPPING).finished(text, "utf-8")


@given(st.binary(max_size=9000))
def test_no_bytes_make_reading_fail(raw: bytes) -> None:
    assert parse_badge(raw).format


@given(st.one_of(st.text(), DIRT))
def test_the_payload_is_kept_whole(text: str) -> None:
    badge = parse_badge(text)

    assert badge.format == "wifi" or badge.payload == text


@given(st.one_of(st.text(alphabet=printable), st.text()))
def test_utf8_bytes_and_their_text_say_the_same(text: str) -> None:
    raw = text.encode("utf-8", "ignore")
    if raw.decode("utf-8") == text and not text.startswith("\ufeff") and "\x00" not in text:
        assert parse_badge(raw).payload == text or parse_badge(raw).charset != "utf-8"


@given(DIRT)
def test_the_same_payload_always_gives_the_same_badge(text: str) -> None:
    assert parse_badge(text) == parse_badge(text)


@given(DIRT)
def test_an_answer_is_always_one_line_of_json(text: str) -> None:
    answer = answer_line(json.dumps({"payload": text}))

    assert "\n" not in answer
    assert json.loads(answer)["format"]


@given(DIRT)
def test_what_is_claimed_carries_no_control_characters(text: str) -> None:
    badge = parse_badge(text)

    claimed = "".join((badge.name, badge.company, badge.job_title, badge.badge_id, *badge.urls))
    assert not {category(c) for c in claimed} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(claimed) & set("\u202d\u202e\u2066\u200b")


@settings(max_examples=30)
@given(st.text(alphabet='ab@.:;,|=\\" \n+1', min_size=1, max_size=6))
def test_a_long_repetition_is_cut_before_it_is_split(piece: str) -> None:
    badge = parse_badge(piece * 9000)

    assert badge.payload == piece * 9000


def test_only_so_much_of_a_payload_is_read_and_split() -> None:
    assert MOST_READ <= 16384
    assert vcard_lines.MOST_LINES <= 1000
    assert columns.read_columns(["x"] * 3, "|", strong=True) is None


def test_a_contact_behind_the_part_that_is_read_is_not_found() -> None:
    badge = parse_badge(" " * (MOST_READ + 10) + "a@b.example")

    assert badge.emails == ()


def test_a_badge_is_readable_when_it_says_whom_staff_met() -> None:
    assert parse_badge("MECARD:N:Ek,Bo;;").readable
    assert not parse_badge("1000482771").readable


def test_text_that_a_scanner_decoded_wrongly_is_repaired_for_reading_only() -> None:
    garbled = "MECARD:N:Müller,Jürgen;;".encode().decode("latin-1")

    badge = parse_badge(garbled)

    assert (badge.name, badge.payload) == ("Jürgen Müller", garbled)


@pytest.mark.parametrize(
    "payload",
    [
        "WIFI:T:WPA;S:Guests;P:se\\;cret;;",
        "wifi:p:secret;s:x",
        "WIFI:secret",
        "WIFI:S:x;P:a;secret;;",
        'WIFI:T:WPA2-EAP;E:PEAP;I:me;P:"secret";;',
    ],
)
def test_no_field_of_a_badge_keeps_a_wifi_password(payload: str) -> None:
    badge = parse_badge(payload)

    assert badge.format == "wifi"
    assert "secret" not in repr(badge)
    assert "cret" not in repr(badge).replace("***", "")
