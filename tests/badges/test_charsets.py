"""Charsets: bytes say what they mean, and none are lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.badges.charsets import decode, repaired


@pytest.mark.parametrize(
    ("text", "codec", "charset"),
    [
        ("Jürgen Müller", "utf-8", "utf-8"),
        ("王小明 采购经理", "gb18030", "gb18030"),
        ("陳大文 業務經理", "big5", "big5"),
        ("山田 太郎 株式会社", "cp932", "shift_jis"),
        ("佐藤 花子", "euc_jp", "euc_jp"),
        ("김민수 부장", "cp949", "euc_kr"),
        ("Иван Петров", "cp1251", "windows-1251"),
        ("ИВАН ПЕТРОВ", "koi8_r", "koi8-r"),
        ("Jürgen Groß", "cp1252", "windows-1252"),
        ("MÜLLER GMBH", "cp1252", "windows-1252"),
        ("Čeněk, +420 555 010 101", "cp1250", "windows-1250"),
        ("Γιώργος, +30 21 0555 0101", "cp1253", "windows-1253"),
        ("N:王;小明", "utf-16", "utf-16-le"),
        ("N:Weber;Anna", "utf-16-be", "utf-16-be"),
        ("田中 一郎", "iso2022_jp", "iso-2022-jp"),
    ],
)
def test_text_is_recognised_by_its_bytes(text: str, codec: str, charset: str) -> None:
    decoded = decode(text.encode(codec))

    assert (decoded.text, decoded.charset) == (text, charset)


def test_a_declared_charset_decides_between_two_readings() -> None:
    raw = "N;CHARSET=windows-1251:Ё".encode("cp1251")

    assert decode(raw).text.endswith("Ё")


def test_a_wrong_declaration_does_not_spoil_good_utf8() -> None:
    raw = "N;CHARSET=GB2312:王小明".encode()

    assert decode(raw).text.endswith("王小明")


def test_utf8_cut_in_the_middle_of_a_character_keeps_the_rest() -> None:
    raw = "姓名王小明公司".encode()[:-1]

    assert decode(raw).text.startswith("姓名王小明公")


def test_noise_is_kept_byte_by_byte() -> None:
    raw = bytes(range(128, 256)) * 4

    decoded = decode(raw)

    assert decoded.charset == "latin-1"
    assert decoded.text.encode("latin-1") == raw


def test_what_was_decoded_wrongly_on_the_way_is_repaired() -> None:
    garbled = "王小明 采购经理".encode("gb18030").decode("latin-1")

    repair = repaired(garbled)

    assert repair is not None
    assert repair.text == "王小明 采购经理"


@pytest.mark.parametrize("text", ["Jürgen Müller", "plain", "王小明", "Señor Ñandú"])
def test_good_text_needs_no_repair(text: str) -> None:
    assert repaired(text) is None


@given(st.text())
def test_utf8_is_always_read_as_utf8_when_it_has_wide_characters(text: str) -> None:
    wide = "王" + text.replace("\x00", "")

    assert decode(wide.encode("utf-8", "ignore")).charset == "utf-8"


@given(st.binary(max_size=300))
def test_no_bytes_make_decoding_fail(raw: bytes) -> None:
    assert decode(raw).charset
