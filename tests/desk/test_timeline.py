from types import SimpleNamespace
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from app.desk.timeline import Day, timeline
from app.kit.ids import new_id
from tests import cast
from tests.leads_on_stage import at

SHANGHAI, UTC = ZoneInfo("Asia/Shanghai"), ZoneInfo("UTC")
ZONES: dict[UUID | None, Any] = {cast.CANTON: SHANGHAI, None: UTC}
FIRST, SECOND = new_id(), new_id()


def line(kind: str, capture: UUID | None = FIRST, day: int = 16, **fields: Any) -> Any:
    return SimpleNamespace(
        **{
            "id": new_id(), "capture_id": capture, "show_id": cast.CANTON, "member_id": None,
            "kind": kind, "label": "", "count": 1, "note": "", "at": at(day),
            "on_day": at(day).date(), **fields,
        }
    )  # fmt: skip


def told(*ledger: Any, steps: Any = ()) -> list[Day]:
    return timeline(ledger, steps, ZONES)


def kinds(day: Day) -> list[list[str]]:
    return [[kind.key for kind, _ in moment.kinds] for moment in day.moments]


def test_all_lines_of_a_capture_are_one_moment() -> None:
    (day,) = told(line("scan"), line("demo"), line("price"))

    assert kinds(day) == [["demo", "price"]]


def test_a_scan_is_told_where_nothing_else_happened() -> None:
    (day,) = told(line("scan"), line("rated_hot"), line("answer", count=2))

    assert kinds(day) == [["scan"]]
    assert (day.moments[0].rating, day.moments[0].answers) == ("hot", 2)


def test_the_newest_day_and_the_newest_moment_come_first() -> None:
    days = told(line("demo"), line("sample", SECOND, day=17), line("order", None, at=at(16, 15)))

    assert [day.on.day for day in days] == [17, 16]
    assert kinds(days[1]) == [["order"], ["demo"]]


def test_a_day_has_the_clock_of_its_show() -> None:
    days = told(line("demo"), line("call_reached", None, day=20, show_id=None))

    assert [day.zone for day in days] == [UTC, SHANGHAI]


def test_a_rating_alone_is_told_too() -> None:
    (day,) = told(line("rated_cold", None))

    assert kinds(day) == [["rated_cold"]]


def test_notes_and_products_stand_beside_what_happened() -> None:
    (day,) = told(line("scan", note="Wants two"), line("interest", label="XT-200"))

    assert (day.moments[0].notes, day.moments[0].products) == (("Wants two",), ("XT-200",))


def test_a_step_that_was_done_is_told() -> None:
    step = SimpleNamespace(what="Send the quote", done_at=at(18), done_by_id=None)
    waiting = SimpleNamespace(what="Call", done_at=None, done_by_id=None)

    (day,) = told(steps=[step, waiting])

    assert [moment.done for moment in day.moments] == ["Send the quote"]
