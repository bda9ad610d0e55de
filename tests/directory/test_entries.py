"""A row of a list as an entry."""

from hypothesis import given
from hypothesis import strategies as st

from app.directory.entries import Entry, entry_of, read_entries
from app.directory.headings import EXTRA, FIELDS

HEADINGS = ("Badge", "First", "Last", "Company", "Mail", "Phone", "Country", "Hall")
COLUMNS = ("badge_id", "given_name", "family_name", "company", "emails", "phones", "country", EXTRA)


def entry(*row: str) -> Entry:
    found = entry_of(row, COLUMNS, HEADINGS)
    assert isinstance(found, Entry), found
    return found


def test_an_entry_has_its_number_as_badges_are_compared() -> None:
    assert entry(" R-1001 ", "Anna", "Weber").key == "r-1001"
    assert entry("R-1001", "Anna", "Weber").badge_id == "R-1001"


def test_given_and_family_name_are_put_together_in_the_order_of_their_script() -> None:
    assert entry("1", "ANNA", "WEBER").name == "Anna Weber"
    assert entry("1", "小明", "王").name == "王小明"


def test_a_whole_name_is_parted_where_that_is_certain() -> None:
    found = entry_of(("1", "Weber, Anna"), ("badge_id", "name"), ("Badge", "Name"))

    assert isinstance(found, Entry)
    assert (found.name, found.fields["family_name"]) == ("Anna Weber", "Weber")


def test_a_cell_may_hold_several_addresses_and_what_is_none_is_dropped() -> None:
    found = entry("1", "A", "B", "", "a@b.example; c@d.example, nobody", "089 5550100 / 12")

    assert found.fields["emails"] == ["a@b.example", "c@d.example"]
    assert found.fields["phones"] == ["089 5550100"]


def test_a_country_in_any_language_becomes_its_code() -> None:
    assert entry("1", "A", "B", "", "", "", "Deutschland").fields["country"] == "DE"


def test_other_columns_are_kept_under_their_heading() -> None:
    assert entry("1", "A", "B", "", "", "", "", "4.1").extra == {"Hall": "4.1"}


def test_placeholders_of_the_organisers_system_are_no_values() -> None:
    found = entry("1", "Anna", "Weber", "N/A", "null", "-")

    assert (found.company, "emails" in found.fields) == ("", False)


def test_rows_that_cannot_be_entries_are_counted_with_their_line_and_reason() -> None:
    rows = [
        ("R1", "Anna", "Weber"),
        ("", "Nobody", "Knows"),
        ("4.00638E+12", "Cut", "Short"),
        ("R2", "", ""),
        ("r1", "Anna", "Weber-Klein"),
    ]

    reading = read_entries(rows, COLUMNS, HEADINGS, first_line=2)

    assert reading.examples == [(3, "no_number"), (4, "number_cut"), (5, "nobody")]
    assert (reading.unreadable, reading.twice) == (3, 1)
    assert reading.entries["r1"].name == "Anna Weber-Klein"


def test_a_digest_differs_exactly_where_the_row_or_its_reading_does() -> None:
    same, again = entry("1", "A", "B"), entry("1", "A", "B")

    assert same.digest == again.digest
    assert same.digest != entry("1", "A", "C").digest


@given(st.lists(st.text(max_size=40), max_size=10), st.permutations([*FIELDS, EXTRA, ""]))
def test_any_row_is_an_entry_or_has_a_reason(row: list[str], fields: list[str]) -> None:
    found = entry_of(row, fields, [])

    if isinstance(found, str):
        assert found in {"no_number", "number_cut", "nobody"}
    else:
        assert found.key
        assert not set(found.name + found.company) & set("\t\n\r")
