from typing import Any

from app.desk.typed import applied, as_sent, changed, in_conflict
from app.leads.person import Fields, nobody

AIKO: Fields = {
    **nobody(),
    "name": "Aiko Mori",
    "given_name": "Aiko",
    "family_name": "Mori",
    "emails": ["aiko@mori.example"],
    "phones": [{"written": "090-1234-5678", "e164": "+819012345678"}],
    "links": {"wechat": "aiko", "xing": "https://xing.com/profile/aiko"},
}
SEEN = as_sent(AIKO)


def edited(**mine: str) -> dict[str, Any]:
    return applied(AIKO, mine, "JP")


def test_what_is_sent_as_it_was_shown_changes_nothing() -> None:
    assert changed(SEEN, SEEN) == {}
    assert applied(AIKO, {}, "JP") == AIKO


def test_only_changed_fields_are_changed() -> None:
    mine = changed({**SEEN, "company": "Mori KK"}, SEEN)

    assert mine == {"company": "Mori KK"}
    assert applied(AIKO, mine, "JP") == {**AIKO, "company": "Mori KK"}


def test_two_people_who_change_different_fields_do_not_meet() -> None:
    assert in_conflict({"company": "Mori KK"}, SEEN, {**SEEN, "city": "Osaka"}) == []


def test_two_people_who_change_the_same_field_do() -> None:
    assert in_conflict({"company": "Mori KK"}, SEEN, {**SEEN, "company": "Mori GK"}) == ["company"]


def test_two_people_who_say_the_same_agree() -> None:
    assert in_conflict({"company": "Mori KK"}, SEEN, {**SEEN, "company": "Mori KK"}) == []


def test_a_new_phone_gets_its_international_form() -> None:
    phones = edited(phones="090-1234-5678\n03-1234-5678")["phones"]

    assert [phone["e164"] for phone in phones] == ["+819012345678", "+81312345678"]


def test_a_new_name_has_new_parts() -> None:
    fields = edited(name="王小明")

    assert (fields["family_name"], fields["given_name"]) == ("王", "小明")


def test_typed_parts_of_a_name_are_kept() -> None:
    assert edited(name="Aiko Tanaka", family_name="Tanaka")["family_name"] == "Tanaka"


def test_profiles_that_the_form_does_not_show_stay() -> None:
    assert edited(wechat="")["links"] == {"xing": "https://xing.com/profile/aiko"}
