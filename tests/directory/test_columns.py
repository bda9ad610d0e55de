"""What each column holds: by its heading in any language, and by what stands below."""

import pytest

from app.directory.columns import guessed_columns, heading_row, is_usable

NONE: list[list[str]] = []


def fields_of(*headings: str) -> list[str]:
    return guessed_columns(headings, [["x"] * len(headings)])


@pytest.mark.parametrize(
    "headings",
    [
        "Badge No.|First Name|Last Name|Company|Job Title|E-mail|Mobile|Country",
        "Ausweisnummer|Vorname|Nachname|Firma|Position|E-Mail|Telefon|Land",
        "N° de badge|Prénom|Nom|Société|Fonction|Courriel|Téléphone|Pays",
        "Número de acreditación|Nombre|Apellidos|Empresa|Cargo|Correo electrónico|Teléfono|País",
        "Codice visitatore|Nome|Cognome|Azienda|Ruolo|Indirizzo email|Cellulare|Paese",
        "证件编号|名|姓|公司名称|职位|邮箱|手机|国家",
        "胸卡号|名|姓|单位|职务|电子邮箱|联系电话|国家/地区",
        "バッジ番号|名|姓|会社名|役職|メールアドレス|電話番号|国",
        "Confirmation #|Given Name|Surname|Organisation|Title|Email Address|Phone|Nation",
    ],
)
def test_headings_are_understood_in_the_languages_organisers_write(headings: str) -> None:
    assert fields_of(*headings.split("|")) == [
        "badge_id", "given_name", "family_name", "company", "job_title", "emails", "phones",
        "country",
    ]  # fmt: skip


def test_a_whole_name_may_have_one_column() -> None:
    assert fields_of("姓名", "公司", "二维码") == ["name", "company", "badge_id"]
    assert fields_of("Strichcode", "Name, Vorname", "Unternehmen")[1] == "name"


def test_of_two_numbers_the_badges_own_is_taken() -> None:
    rows = [["1", "R-1001", "Anna"], ["2", "R-1002", "Bo"]]

    assert guessed_columns(["ID", "Badge ID", "First name"], rows)[:2] == ["extra", "badge_id"]


def test_what_is_none_of_ours_is_kept_and_what_is_empty_left_out() -> None:
    rows = [["R1", "Anna", "Hall 4", ""], ["R2", "Bo", "Hall 5", ""]]

    assert guessed_columns(["Badge ID", "Name", "Hall", "Remark"], rows)[2:] == ["extra", ""]


def test_a_list_without_headings_is_read_by_its_values() -> None:
    rows = [
        ["R-1001", "Anna Weber", "Brückner GmbH", "anna@brueckner.example", "+49 89 5550100"],
        ["R-1002", "Peter Klein", "Olivar Ltd", "peter@olivar.example", "+49 89 5550101"],
        ["R-1003", "Maria Novak", "Fjord AB", "maria@fjord.example", "+47 21 555010"],
    ]

    assert heading_row(rows) is None
    assert guessed_columns([], rows) == ["badge_id", "name", "company", "emails", "phones"]


def test_a_column_with_a_foreign_heading_is_told_by_its_values() -> None:
    rows = [["R1", "anna@b.example", "Germany"], ["R2", "bo@ek.example", "Sweden"]]

    assert guessed_columns(["Badge", "Q7", "Q8"], rows)[1:] == ["emails", "country"]


def test_numbers_that_repeat_are_no_badge_numbers() -> None:
    rows = [
        ["17", "A100", "Anna Weber"],
        ["17", "A101", "Peter Klein"],
        ["18", "A102", "Eva Novak"],
    ]

    assert guessed_columns(["Hall", "Q", "Name"], rows) == ["extra", "badge_id", "name"]


def test_a_title_above_the_headings_is_passed_over() -> None:
    rows = [["Visitors of Canton 2026"], ["15 October"], ["Badge ID", "Name"], ["R1", "Anna"]]

    assert heading_row(rows) == 2


def test_a_list_explains_something_only_with_a_number_and_a_name_or_company() -> None:
    assert is_usable(["badge_id", "company"])
    assert not is_usable(["badge_id", "emails"])
    assert not is_usable(["name", "company"])
