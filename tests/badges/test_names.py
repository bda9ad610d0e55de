"""Names are split only where their parts are certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.badges.name_case import in_name_case
from app.badges.names import joined_name, split_name


@pytest.mark.parametrize(
    ("full", "prefix", "given_name", "family_name"),
    [
        ("王小明", "", "小明", "王"),
        ("欧阳娜娜", "", "娜娜", "欧阳"),
        ("諸葛亮", "", "亮", "諸葛"),
        ("王 小明", "", "小明", "王"),
        ("山田 太郎", "", "太郎", "山田"),
        ("김민수", "", "민수", "김"),
        ("남궁민수", "", "민수", "남궁"),
        ("Anna Weber", "", "Anna", "Weber"),
        ("Dr. Jörg Müller-Lüdenscheidt", "Dr.", "Jörg", "Müller-Lüdenscheidt"),
        ("Prof. Dr. Anna Klein", "Prof. Dr.", "Anna", "Klein"),
        ("John Smith, PhD", "", "John", "Smith"),
        ("SMITH, John", "", "John", "Smith"),
        ("O'BRIEN, PATRICK", "", "Patrick", "O'Brien"),
        ("SMITH JOHN", "", "John", "Smith"),
        ("PICARD Jean-Luc", "", "Jean-Luc", "Picard"),
        ("Maria GARCÍA LÓPEZ", "", "Maria", "García López"),
        ("Jan VAN DER BERG", "", "Jan", "van der Berg"),
        ("Ludwig van Beethoven", "", "Ludwig", "van Beethoven"),
        ("John F. Kennedy", "", "John", "Kennedy"),
        ("Wang Xiaoming", "", "Xiaoming", "Wang"),
        ("Xiaoming Wang", "", "Xiaoming", "Wang"),
        ("Kim Min-su", "", "Min-su", "Kim"),
        ("Иванов Иван Иванович", "", "Иван", "Иванов"),
        ("Иван Петров", "", "Иван", "Петров"),
    ],
)
def test_a_name_whose_parts_are_certain_is_split(
    full: str, prefix: str, given_name: str, family_name: str
) -> None:
    assert split_name(full) == (prefix, given_name, family_name)


@pytest.mark.parametrize(
    "full",
    [
        "",
        "李",
        "Peter",
        "山田太郎",
        "ジョン スミス",
        "Nagy Péter",
        "LI WEI",
        "María José García López",
        "阿卜杜拉·买买提",
        "<b>John</b> Smith",
    ],
)
def test_a_name_that_could_be_read_two_ways_is_not_split(full: str) -> None:
    assert split_name(full)[1:] == ("", "")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("SMITH", "Smith"),
        ("MCDONALD", "McDonald"),
        ("O'NEIL", "O'Neil"),
        ("SMITH-JONES", "Smith-Jones"),
        ("VAN DER BERG", "van der Berg"),
        ("DeVito", "DeVito"),
        ("J.R.", "J.R."),
        ("王", "王"),
    ],
)
def test_capitals_become_a_name_and_small_letters_stay_as_written(written: str, shown: str) -> None:
    assert in_name_case(written) == shown


def test_names_known_by_their_parts_are_joined_in_the_order_of_their_script() -> None:
    assert joined_name("", "小明", "王") == "王小明"
    assert joined_name("", "太郎", "山田", spaced=True) == "山田 太郎"
    assert joined_name("Dr.", "Anna", "Weber") == "Dr. Anna Weber"
    assert joined_name("Ms.", "Anna", "Weber") == "Anna Weber"


@given(st.text(max_size=80))
def test_splitting_never_fails(full: str) -> None:
    assert len(split_name(full)) == 3
