from app.leads.person import changes_between, completed, corrected, indexed, nobody

AIKO = {**nobody(), "name": "Aiko Mori", "company": "Mori KK", "emails": ["aiko@mori.example"]}


def test_what_is_learned_later_fills_gaps_only() -> None:
    learned = {"name": "A. Mori", "job_title": "Buyer", "emails": ["a.mori@mori.example"]}

    filled = completed(AIKO, learned)

    assert (filled["name"], filled["job_title"]) == ("Aiko Mori", "Buyer")
    assert filled["emails"] == ["aiko@mori.example", "a.mori@mori.example"]


def test_what_a_person_typed_wins() -> None:
    changed = corrected(AIKO, {"name": "Aiko Morita", "emails": ["aiko@morita.example"]})

    assert changed["name"] == "Aiko Morita"
    assert changed["emails"] == ["aiko@morita.example", "aiko@mori.example"]


def test_a_corrected_name_takes_its_old_parts_along() -> None:
    known = {**AIKO, "given_name": "Aiko", "family_name": "Mori"}

    changed = corrected(known, {"name": "Yuki Tanaka"})

    assert (changed["given_name"], changed["family_name"]) == ("", "")


def test_changes_name_each_field_with_before_and_after() -> None:
    assert changes_between(AIKO, {**AIKO, "company": "Mori GK"}) == {
        "company": ["Mori KK", "Mori GK"]
    }


def test_a_lead_is_found_by_how_its_chinese_name_sounds() -> None:
    found = indexed({**nobody(), "name": "王小明"}, "")

    assert "wangxiaoming" in found["search_text"]
    assert found["sort_name"] == "wangxiaoming"


def test_a_lead_is_found_by_a_number_however_it_was_written() -> None:
    phone = {"written": "138 1234-5678", "e164": ""}

    assert "13812345678" in indexed({**nobody(), "phones": [phone]}, "")["search_text"]


def test_a_lead_is_found_by_its_notes() -> None:
    assert "siegsdorf" in indexed(AIKO, "New plant in Siegsdorf")["search_text"]
