"""The lines of a vCard, however they are broken."""

import pytest

from app.badges.formats.vcard_lines import properties


def values(card: str, *, complete: bool = True) -> list[tuple[str, str]]:
    return [(each.name, each.value) for each in properties(card, complete=complete)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\n\n", "\\n"])
def test_any_line_end_separates_properties(line_end: str) -> None:
    card = line_end.join(["", "VERSION:3.0", "FN:Anna Weber", "ORG:Zink", "TITLE:CTO", ""])

    assert values(card)[1:] == [("FN", "Anna Weber"), ("ORG", "Zink"), ("TITLE", "CTO")]


def test_a_line_that_starts_with_white_space_goes_on() -> None:
    assert values("\nNOTE:one li\n ne\nFN:A\n") == [("NOTE", "one line"), ("FN", "A")]


def test_an_indented_property_is_a_property() -> None:
    assert values("\nFN:A\n  ORG:Zink\n") == [("FN", "A"), ("ORG", "Zink")]


def test_a_colon_inside_quotes_does_not_start_the_value() -> None:
    assert values('\nTEL;TYPE="a:b";X="c:d":+1\nFN:A')[0] == ("TEL", "+1")


def test_a_soft_line_break_may_split_a_character() -> None:
    card = "\nNOTE;ENCODING=QUOTED-PRINTABLE:=E2=82=\n=AC 5\nFN:A"

    assert values(card)[0] == ("NOTE", "€ 5")


def test_quoted_printable_in_another_charset_is_decoded() -> None:
    card = "\nN;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:=CD=F5;=D0=A1=C3=F7\nFN:A"

    assert values(card)[0] == ("N", "王;小明")


def test_pictures_are_left_out_with_all_their_lines() -> None:
    assert values("\nPHOTO;ENCODING=b:AAAA\n BBBB\nCCCC\nFN:A") == [("FN", "A")]


def test_a_property_name_cut_short_at_the_end_is_no_text() -> None:
    assert values("\nORG:Zink\nTIT", complete=False) == [("ORG", "Zink")]


def test_home_comes_after_work_and_the_preferred_one_first() -> None:
    card = "\nTEL;HOME;PREF:1\nTEL;WORK:2\nTEL;WORK;PREF=1:3\n"

    ranked = sorted(properties(card, complete=True), key=lambda each: each.preference)

    assert [each.value for each in ranked] == ["3", "2", "1"]
