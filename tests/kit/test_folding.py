import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kit.folding import fold, pinyin, searchable, sortable, without_controls


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Müller", "muller"),
        ("Ｍüller", "muller"),
        ("  Anna   Maria ", "anna maria"),
        ("Łódź", "łodz"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("王小明", "王小明"),
        ("ﬁnance", "finance"),
    ],
)
def test_however_a_name_is_written_it_folds_to_the_same(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_what_is_folded_folds_to_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_han_characters_are_read_aloud_without_tones() -> None:
    assert pinyin("王小明") == "wangxiaoming"


def test_a_text_without_han_characters_has_no_pinyin() -> None:
    assert pinyin("Tanaka") == ""


def test_a_name_is_found_by_its_characters_and_by_their_sound() -> None:
    text = searchable("王小明", "Guangzhou Seiko")

    assert fold("小明") in text
    assert fold("XiaoMing") in text
    assert fold("SEIKO") in text


def test_parts_do_not_run_into_each_other() -> None:
    assert "ab" not in searchable("a", "b")


def test_empty_parts_leave_no_trace() -> None:
    assert searchable("", "Anna", "") == "anna"


def test_chinese_names_sort_by_sound_among_the_others() -> None:
    assert sorted(["Zhu", "王小明", "Anna"], key=sortable) == ["Anna", "王小明", "Zhu"]


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("a\x00b", "ab"),
        ("a\x1b[31mb", "a[31mb"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("tab\tstays", "tab\tstays"),
        ("\x7f", ""),
        ("🙂", "🙂"),
    ],
)
def test_control_characters_are_left_out_and_line_ends_are_one(sent: str, kept: str) -> None:
    assert without_controls(sent) == kept
