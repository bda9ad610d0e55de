"""What an address may ask of a list of leads."""

from datetime import date
from urllib.parse import parse_qsl
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.leads.filters import LeadFilter, leads_asked

NARROW = LeadFilter(
    q="王 seiki & co",
    show=UUID(int=1),
    behaviour="active",
    rating="hot",
    staff=UUID(int=2),
    day=date(2026, 10, 16),
    product=UUID(int=3),
    needs_look=True,
    order="company",
)


def test_a_filter_written_into_an_address_is_read_back_the_same() -> None:
    assert leads_asked(dict(parse_qsl(NARROW.as_query()))) == NARROW


@pytest.mark.parametrize(
    "name", ["show", "behaviour", "rating", "staff", "day", "product", "order"]
)
def test_a_value_that_makes_no_sense_does_not_narrow(name: str) -> None:
    assert leads_asked({name: "2026-02-31'; drop"}) == LeadFilter()


@given(st.dictionaries(st.sampled_from([*NARROW.__dataclass_fields__, "page"]), st.text()))
def test_no_address_breaks_a_list(query: dict[str, str]) -> None:
    assert "\0" not in leads_asked(query).q
