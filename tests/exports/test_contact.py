"""Ways to reach a lead go to the column that is theirs, or along in the notes."""

from types import SimpleNamespace
from typing import Any

from app.exports.contact import Numbers, as_written, further_links, numbers


def _lead(**fields: Any) -> Any:
    return SimpleNamespace(**{"phones": [], "emails": [], "urls": [], "links": {}, **fields})


def test_a_number_stands_where_its_kind_says() -> None:
    known = ["+81312345678", "+819012345678", "+818012345678", "+81612345678"]

    assert numbers([{"written": number, "e164": number} for number in known]) == Numbers(
        "+81312345678", "+819012345678", "+818012345678; +81612345678"
    )


def test_a_number_without_an_international_form_goes_along_as_written() -> None:
    phones = [{"written": "8.6138E+12", "e164": ""}, {"written": "138 0013 8000"}]

    assert numbers(phones) == Numbers()
    assert list(as_written(_lead(phones=phones))) == ["8.6138E+12", "138 0013 8000"]


def test_an_extension_is_not_lost() -> None:
    phones = [{"written": "0755-88886666转801", "e164": "+8675588886666"}]

    assert numbers(phones).phone == "+8675588886666"
    assert list(as_written(_lead(phones=phones))) == ["0755-88886666转801"]


def test_what_is_no_address_goes_along_as_written() -> None:
    lead = _lead(emails=["=cmd@x.example"], urls=["ask at booth"], links={"whatsapp": "=1"})

    assert list(as_written(lead)) == ["=cmd@x.example", "ask at booth", "=1"]


def test_a_profile_without_a_column_of_its_own_is_named() -> None:
    lead = _lead(urls=["a.example", "b.example"], links={"telegram": "t.me/aiko", "wechat": "aiko"})

    assert further_links(lead) == "b.example\ntelegram: t.me/aiko"
