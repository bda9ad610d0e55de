"""The show's field mapping decides where it fits, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.badges.mapping import MAPPABLE, FieldMapping
from app.badges.parse import parse_badge

LAST_FIRST = FieldMapping(
    "$", ("badge_id", "family_name", "given_name", "company", "city", "", "emails")
)


def test_a_mapping_decides_which_column_is_which() -> None:
    badge = parse_badge("4711$Peter$Maria$Danube$Wien$AT$m@danube.example$", mapping=LAST_FIRST)

    assert (badge.given_name, badge.family_name, badge.name) == ("Maria", "Peter", "Maria Peter")
    assert (badge.company, badge.city, badge.badge_id) == ("Danube", "Wien", "4711")


def test_a_column_mapped_to_nothing_is_left_out() -> None:
    badge = parse_badge("1$Ek$Bo$Zink$Graz$SECRET$", mapping=LAST_FIRST)

    assert "SECRET" not in repr(badge).replace(badge.payload, "")


def test_a_payload_with_too_many_columns_is_read_by_its_looks() -> None:
    mapping = FieldMapping("|", ("company", "name"))

    badge = parse_badge("7|Anna|Weber|Zink AG|anna@zink.example", mapping=mapping)

    assert (badge.name, badge.company) == ("Anna Weber", "Zink AG")


def test_a_payload_that_says_what_it_is_needs_no_mapping() -> None:
    mapping = FieldMapping(";", ("company", "name"))

    badge = parse_badge("MECARD:N:Ek,Bo;;", mapping=mapping)

    assert badge.name == "Bo Ek"


def test_several_address_columns_are_one_address() -> None:
    mapping = FieldMapping("|", ("name", "address", "address", "country"))

    badge = parse_badge("Bo Ek|Weg 1|Graz|Österreich", mapping=mapping)

    assert (badge.address, badge.country) == ("Weg 1, Graz, Österreich", "AT")


def test_an_invalid_email_is_not_kept_even_where_the_mapping_says_so() -> None:
    assert parse_badge("Bo Ek|nonsense", mapping=FieldMapping("|", ("name", "emails"))).emails == ()


@pytest.mark.parametrize(("delimiter", "fields"), [("|", ("shoe_size",)), ("", ("name",))])
def test_a_mapping_to_no_field_or_without_delimiter_is_refused(
    delimiter: str, fields: tuple[str, ...]
) -> None:
    with pytest.raises(ValueError, match="field"):
        FieldMapping(delimiter, fields)


@given(st.sampled_from("|^$;"), st.lists(st.sampled_from(["", *sorted(MAPPABLE)])))
def test_a_mapping_survives_being_stored(delimiter: str, fields: list[str]) -> None:
    mapping = FieldMapping(delimiter, tuple(fields))

    assert FieldMapping.from_dict(mapping.as_dict()) == mapping
