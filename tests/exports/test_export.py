"""What a file of leads holds."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event

from app.db import Database
from app.exports.rows import Tally
from app.exports.safe_cells import clean, looks_like_formula
from app.exports.service import Format, export_leads
from app.kit.ids import new_id
from app.leads.filters import LeadFilter
from app.web.language import Language
from tests import cast
from tests.exports.files import Table, cells, csv_table, xlsx_table
from tests.exports.leads import AIKO, happened, keep, lead, meet_aiko, meet_stranger

ENGLISH = Language.named("en")
READERS = {Format.CSV: csv_table, Format.XLSX: xlsx_table}
FORMATS = pytest.mark.parametrize("kind", list(Format))
HOSTILE = [
    "=1+1",
    '=HYPERLINK("https://evil.example","Click")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "＝1+1",
    " \u200b=1+1",
    'a "quoted", one; two\nlines',
    "王小明 🏭 مرحبا",
    "<script>alert(1)</script>",
    "<r></r></is></c><c t='str'><f>1+1</f></c><c t='inlineStr'><is><r></r>",
    "x" * 10_000,
]

BY_THE_DAY = ("Behaviour", "Reasons")
EVERYTHING = {
    "Lead ID": str(AIKO),
    "Full name": "田中 愛子",
    "Family name": "田中",
    "Given name": "愛子",
    "Company": "Tanaka Seiki",
    "E-mail": "aiko@tanaka.example",
    "Further e-mails": "a.tanaka@home.example",
    "Phone": "+81312345678",
    "Mobile": "+819012345678",
    "Further phones": "+818012345678",
    "Website": "https://tanaka.example",
    "WeChat": "aiko_t",
    "WhatsApp": "+819012345678",
    "Country": "Japan",
    "Country code": "JP",
    "Rating": "Hot",
    "Active until": "2026-12-03T09:00:00+08:00",
    "First met": "2026-10-16T10:30:00+08:00",
    "Last met": "2026-10-17T10:30:00+08:00",
    "Met by": "Sam Okafor, Mei Chen",
    "Shows": "Canton 2026",
    "What happened": "2026-10-16 10:30+08:00 Demo: XT-200\n2026-10-17 10:30+08:00 Asked price",
    "Products": "XT-200",
    "Role in the purchase": "Decides",
    "Notes": "2026-10-17 10:30+08:00, Mei Chen: In yen\n"
    "2026-10-16 10:30+08:00, Sam Okafor: Wants it soon\nCall her",
    "Next step": "Send the quote",
    "Owner of the next step": "Lin Wei",
    "Next step due": "2026-10-22",
    "Further steps": "Invite her (2026-11-14)",
    "Consent": "Given",
    "Wording agreed to": "Canton 2026, version 1",
    "Language of the wording": "简体中文",
    "Consent recorded at": "2026-10-16T10:30:00+08:00",
    "Consent recorded by": "Sam Okafor",
}


def _exported(
    database: Database,
    asked: LeadFilter | None = None,
    kind: Format = Format.CSV,
    language: Language = ENGLISH,
    tally: Tally | None = None,
) -> Table:
    parts = export_leads(
        database, cast.LIN.actor, asked or LeadFilter(), language, kind, tally=tally
    )
    return READERS[kind](b"".join(parts))


@FORMATS
def test_a_lead_leaves_with_everything_known_about_it(database: Database, kind: Format) -> None:
    meet_aiko(database)

    (aiko,) = _exported(database, kind=kind)

    told = {header: cell for header, cell in aiko.items() if header not in BY_THE_DAY and cell}
    assert told == EVERYTHING


def test_a_tag_leaves_with_its_reasons_in_words(database: Database) -> None:
    meet_aiko(database)

    (aiko,) = _exported(database)

    assert "Asked price on 17 Oct 2026, 10:30: 8 points" in aiko["Reasons"]
    assert "Demo on 16 Oct 2026, 10:30: 6 points" in aiko["Reasons"]
    assert aiko["Behaviour"] in ("Active", "Potential", "Dormant")


@FORMATS
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_every_field_comes_back_as_it_was(
    database: Database, kind: Format, text: str
) -> None:
    meet_stranger(database, text)
    prefix = "'" if kind is Format.CSV and looks_like_formula(clean(text)) else ""

    (stranger,) = _exported(database, kind=kind)

    for column in ("Full name", "Company", "City", "WeChat", "Next step", "Role in the purchase"):
        assert stranger[column] == prefix + text
    assert text in stranger["Notes"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_cell_of_a_csv_file_is_a_formula(database: Database, text: str) -> None:
    meet_stranger(database, text)

    assert not [cell for cell in cells(_exported(database)) if looks_like_formula(cell)]


def test_the_guarded_cells_are_counted(database: Database) -> None:
    keep(database, lead(name="=1+1", company="Acme"), lead(name="Anna", company="+Acme"))
    tally = Tally()

    _exported(database, tally=tally)

    assert (tally.leads, tally.guarded) == (2, 2)


def test_the_file_is_in_the_readers_language(database: Database) -> None:
    meet_aiko(database)

    (aiko,) = _exported(database, language=Language.named("zh-Hans"))

    assert "日本" in aiko.values()
    assert any("2026年10月16日 10:30" in cell for cell in aiko.values())


def test_a_file_without_leads_still_has_its_header(database: Database) -> None:
    file = b"".join(export_leads(database, cast.LIN.actor, LeadFilter(), ENGLISH, Format.CSV))

    assert file.startswith(b'\xef\xbb\xbf"Lead ID","Full name"')
    assert file.count(b"\r\n") == 1


def test_only_the_leads_asked_for_leave_and_in_their_order(database: Database) -> None:
    keep(database, *(lead(name=name, rating="hot") for name in ("Cai", "Anna", "Ben")))
    keep(database, lead(name="Dora", rating="cold"))

    table = _exported(database, LeadFilter(rating="hot", order="name"))

    assert [row["Full name"] for row in table] == ["Anna", "Ben", "Cai"]


def test_leads_of_others_never_leave(database: Database) -> None:
    keep(database, lead(name="Anna"), lead(name="Olu's", exhibitor_id=cast.BRIGHTLINE))

    assert [row["Full name"] for row in _exported(database)] == ["Anna"]


def test_a_lead_that_was_merged_away_leaves_with_the_other_only(database: Database) -> None:
    meet_aiko(database)
    keep(database, lead(name="Aiko T.", merged_into_id=AIKO))

    assert [row["Lead ID"] for row in _exported(database)] == [str(AIKO)]


@pytest.fixture
def in_threes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.exports.queries.LEADS_A_QUERY", 3)


@pytest.fixture
def statements(database: Database) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if "SELECT" in statement:
            seen.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    yield seen
    event.remove(database.engine, "before_cursor_execute", note)


def test_many_leads_leave_whole_and_once(database: Database, in_threes: None) -> None:
    names = [f"Visitor {number:02}" for number in range(20)]
    keep(database, *(lead(name=name) for name in names))

    assert sorted(row["Full name"] for row in _exported(database)) == names


def test_a_chunk_of_leads_costs_the_same_few_queries(
    database: Database, in_threes: None, statements: list[str]
) -> None:
    keep(database, *(lead(name=f"Visitor {number}") for number in range(3)))
    _exported(database)
    one_chunk = len(statements)
    keep(database, *(lead(name=f"Later {number}") for number in range(6)))
    statements.clear()

    _exported(database)

    assert len(statements) - one_chunk == 2 * 4


@FORMATS
def test_a_file_nobody_waits_for_lets_its_connection_go(
    database: Database, kind: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.kit.tables.PART", 100)
    keep(database, *(lead(name=f"Visitor {number}") for number in range(200)))
    parts = export_leads(database, cast.LIN.actor, LeadFilter(), ENGLISH, kind)
    next(parts)
    assert database.engine.pool.checkedout() == 1  # type: ignore[attr-defined]

    parts.close()

    assert database.engine.pool.checkedout() == 0  # type: ignore[attr-defined]


def test_what_changes_meanwhile_is_not_half_in_the_file(
    database: Database, in_threes: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.kit.tables.PART", 1)
    visitors = [lead(id=new_id(), name=f"Visitor {number}") for number in range(9)]
    ids = [visitor.id for visitor in visitors]
    keep(database, *visitors)
    parts = export_leads(database, cast.LIN.actor, LeadFilter(), ENGLISH, Format.CSV)
    begun = next(parts) + next(parts)

    keep(database, *(happened("demo", one, note="Later") for one in ids))

    file = begun + b"".join(parts)
    assert file.count(b"Visitor") == 9
    assert b"Later" not in file
