from dataclasses import dataclass, field
from typing import Any

from app.directory.taught import completed_by_list, taught
from app.leads.person import nobody


@dataclass
class Anna:
    badge_id: str = "R-7"
    name: str = "Anna Weber"
    company: str = "Brückner GmbH"
    fields: dict[str, Any] = field(
        default_factory=lambda: {
            "given_name": "Anna",
            "family_name": "Weber",
            "emails": ["anna@brueckner.example"],
            "phones": ["089 5550100"],
        }
    )


def test_a_lead_of_whom_nothing_is_known_gets_all_that_the_list_says() -> None:
    lead = completed_by_list(nobody(), taught(Anna(), "DE"))

    assert (lead["name"], lead["family_name"], lead["company"], lead["badge_id"]) == (
        "Anna Weber", "Weber", "Brückner GmbH", "R-7",
    )  # fmt: skip
    assert lead["emails"] == ["anna@brueckner.example"]


def test_a_bare_phone_number_means_one_of_the_wearers_country() -> None:
    here = taught(Anna(fields={"phones": ["089 5550100"], "country": "DE"}), "CN")

    assert here["phones"] == [{"written": "089 5550100", "e164": "+49895550100"}]


def test_a_name_is_taken_whole_or_not_at_all() -> None:
    known = nobody() | {"name": "A. Weber"}

    lead = completed_by_list(known, taught(Anna(), "DE"))

    assert (lead["name"], lead["given_name"], lead["family_name"]) == ("A. Weber", "", "")


def test_nothing_that_is_known_is_changed_by_the_list() -> None:
    known = nobody() | {
        "name": "A", "company": "B", "emails": ["a@b.example"], "phones": [{"written": "1"}],
    }  # fmt: skip

    lead = completed_by_list(known, taught(Anna(), "DE"))

    assert {name: lead[name] for name in ("name", "company", "emails", "phones")} == {
        name: known[name] for name in ("name", "company", "emails", "phones")
    }
