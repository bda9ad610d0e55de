"""A list is sent, looked at, taken in; and again, newer."""

from collections.abc import Callable

from sqlmodel import select
from starlette.testclient import TestClient

from app.db import Database
from app.directory.models import DirectoryEntry, DirectoryImport
from tests import cast
from tests.cast import Person
from tests.imports.lists import (
    FIELDS,
    HEADINGS,
    PAGE,
    RUBEN,
    TILDA,
    csv_of,
    figures,
    send,
    take_in,
    wait_for_end,
    xlsx_of,
)

Browsers = Callable[[Person], TestClient]


def entries(database: Database) -> dict[str, DirectoryEntry]:
    with database.reading() as session:
        return {entry.key: entry for entry in session.exec(select(DirectoryEntry))}


def test_a_list_is_shown_before_anything_of_it_is_kept(
    manager: TestClient, database: Database
) -> None:
    send(manager, csv_of(HEADINGS, TILDA, RUBEN, ("", "Nobody", "", "", "", "")))
    page = manager.get(PAGE).text

    assert figures(page) == {"new": "2", "changed": "0", "as before": "0", "left out": "1"}
    assert "Row 4 has no badge number." in page
    assert '<option value="family_name" selected>' in page
    assert "Bergmann, Castro" in page
    assert entries(database) == {}


def test_a_list_is_taken_in_as_it_was_shown(manager: TestClient, database: Database) -> None:
    take_in(manager, TILDA, RUBEN)

    kept = entries(database)["r-2001"]
    assert (kept.badge_id, kept.name, kept.company) == (
        "R-2001", "Tilda Bergmann", "Nordlicht Optik GmbH",
    )  # fmt: skip
    assert (kept.fields["emails"], kept.extra) == (["tilda@nordlicht.example"], {"Hall": "4"})
    assert figures(manager.get(PAGE).text)["visitors"] == "2"


def test_a_file_is_kept_no_longer_than_it_is_needed(
    manager: TestClient, database: Database
) -> None:
    take_in(manager, TILDA)

    with database.reading() as session:
        assert session.exec(select(DirectoryImport)).one().content is None


def test_a_newer_list_updates_and_does_not_double(manager: TestClient, database: Database) -> None:
    take_in(manager, TILDA, RUBEN)

    moved = ("R-2001", "Tilda", "Bergmann", "Fjord AB", "tilda@fjord.example", "4")
    added = ("R-2003", "Noor", "de Wit", "Tulp B.V.", "noor@tulp.example", "6")
    take_in(manager, moved, added)

    kept = entries(database)
    assert sorted(kept) == ["r-2001", "r-2002", "r-2003"]
    assert kept["r-2001"].company == "Fjord AB"
    assert kept["r-2003"].import_id != kept["r-2002"].import_id
    assert figures(manager.get(PAGE).text)["only on an older list"] == "1"


def test_the_same_list_again_changes_nothing(manager: TestClient, database: Database) -> None:
    take_in(manager, TILDA, RUBEN)
    send(manager, csv_of(HEADINGS, TILDA, RUBEN))
    page = manager.get(PAGE).text

    assert figures(page)["as before"] == "2"
    manager.post(f"{PAGE}/import", data={"fields": FIELDS})
    assert figures(wait_for_end(manager))["visitors"] == "2"


def test_people_say_what_a_column_holds(manager: TestClient, database: Database) -> None:
    send(manager, csv_of(("A", "B", "C"), ("R-2001", "Nordlicht", "Tilda Bergmann")))
    chosen = {"fields": ["badge_id", "company", "name"]}
    manager.post(f"{PAGE}/columns", data=chosen)
    assert '<option value="company" selected>' in manager.get(PAGE).text

    manager.post(f"{PAGE}/import", data=chosen)
    wait_for_end(manager)

    kept = entries(database)["r-2001"]
    assert (kept.name, kept.company) == ("Tilda Bergmann", "Nordlicht")


def test_a_list_without_a_column_for_the_number_is_not_taken_in(
    manager: TestClient, database: Database
) -> None:
    send(manager, csv_of(HEADINGS, TILDA))

    answer = manager.post(f"{PAGE}/import", data={"fields": ["", "given_name", "company"]})

    assert answer.status_code == 422
    assert "which column holds the badge number" in answer.text
    assert entries(database) == {}


def test_a_workbook_is_read_as_a_text_file_is(manager: TestClient, database: Database) -> None:
    send(manager, xlsx_of(HEADINGS, (2001, *TILDA[1:])), "list.xlsx")
    manager.post(f"{PAGE}/import", data={"fields": FIELDS})
    wait_for_end(manager)

    assert entries(database)["2001"].name == "Tilda Bergmann"


def test_a_file_that_is_no_list_is_refused_at_its_field(manager: TestClient) -> None:
    answer = send(manager, b"%PDF-1.7 ...", "list.pdf")

    assert answer.status_code == 422
    assert 'id="file-error"' in answer.text
    assert "This is no list." in answer.text


def test_no_file_at_all_is_asked_for_again(manager: TestClient) -> None:
    answer = manager.post(f"{PAGE}/file", files={"other": ("", b"")})

    assert "Please choose the file first." in answer.text


def test_a_file_larger_than_any_form_is_read(manager: TestClient) -> None:
    padding = "x" * 900
    rows = [(f"R{number}", "Tilda", "Bergmann", padding, "", "") for number in range(6000)]

    answer = send(manager, csv_of(HEADINGS, *rows))

    assert answer.status_code == 303
    assert figures(manager.get(PAGE).text)["new"] == "6,000"


def test_a_file_that_was_shown_can_be_put_aside(manager: TestClient) -> None:
    send(manager, csv_of(HEADINGS, TILDA))

    manager.post(f"{PAGE}/file/removal")

    assert "Is this right?" not in manager.get(PAGE).text


def test_a_deleted_list_is_gone_and_badges_wait_again(
    manager: TestClient, database: Database
) -> None:
    take_in(manager, TILDA)

    manager.post(f"{PAGE}/removal")

    assert entries(database) == {}
    assert "Look into the file" in manager.get(PAGE).text


def test_a_list_is_seen_by_its_own_exhibitor_only(
    manager: TestClient, browser_of: Browsers
) -> None:
    take_in(manager, TILDA)

    assert browser_of(cast.OLU).get(PAGE).status_code == 404
