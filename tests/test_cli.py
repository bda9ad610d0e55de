"""The console script, as somebody at a terminal uses it."""

import csv
import json
from base64 import b64encode
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient
from typer.testing import CliRunner

from app.accounts.queries import actor_signed_in
from app.accounts.secrets import hashed_token
from app.cli import app
from app.config import settings
from app.db import Database
from app.kit.clock import now
from tests import cast
from tests.cast import Person
from tests.phone import capture, sync

Run = Callable[..., str]


@pytest.fixture
def run(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the test's database; its output."""
    monkeypatch.setenv("SHOWFLOOR_DATABASE_URL", database_url)
    settings.cache_clear()

    def command(*words: str, fails: bool = False, typed: str = "") -> str:
        result = CliRunner().invoke(app, words, input=typed)
        assert (result.exit_code != 0) == fails, result.output
        return result.output

    return command


def test_a_token_lets_a_script_work_as_its_member(run: Run, database: Database) -> None:
    token = run("token", "mei@kogyo.example").strip()

    with database.reading() as session:
        actor = actor_signed_in(session, hashed_token(token), now())
    assert actor is not None
    assert actor.name == "Mei Chen"


def test_a_script_with_a_token_may_write_without_being_a_browser(
    run: Run, client: TestClient
) -> None:
    token = run("token", "mei@kogyo.example").strip()
    client.headers = {"Authorization": f"Bearer {token}"}

    (verdict,) = sync(client, capture())

    assert verdict["verdict"] == "recorded"


def test_a_token_for_nobody_says_whom_it_does_not_know(run: Run) -> None:
    assert "nobody@kogyo.example" in run("token", "nobody@kogyo.example", fails=True)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_export_holds_the_leads_of_the_member_s_exhibitor(
    ending: str,
    run: Run,
    browser_of: Callable[[Person], TestClient],
    tmp_path: Path,
) -> None:
    sync(browser_of(cast.SAM), capture())
    out = tmp_path / f"leads.{ending}"

    run("export", str(out), "--member", "mei@kogyo.example")

    table = (
        list(csv.reader(StringIO(out.read_text("utf-8-sig"))))
        if ending == "csv"
        else [list(row) for row in load_workbook(out).active.values]  # type: ignore[union-attr]
    )
    assert len(table) == 2
    assert "Aiko Mori" in table[1]


def test_an_export_without_saying_who_asks_where_there_are_several_exhibitors(
    run: Run, tmp_path: Path
) -> None:
    assert "--member" in run("export", str(tmp_path / "leads.csv"), fails=True)


def test_an_export_to_another_kind_of_file_is_refused_and_leaves_nothing(
    run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "leads.pdf"

    said = run("export", str(out), "--member", "mei@kogyo.example", fails=True)

    assert ".csv" in said
    assert not list(tmp_path.glob("leads*"))


def test_badges_are_read_line_by_line_and_a_bad_line_stops_nothing() -> None:
    lines = [
        json.dumps({"payload": "MECARD:N:Mori,Aiko;ORG:Mori KK;;"}),
        "not json",
        json.dumps({"payload_b64": b64encode("FN:Müller".encode("latin-1")).decode()}),
    ]

    result = CliRunner().invoke(app, ["badge", "read"], input="\n".join(lines))

    answers = [json.loads(line) for line in result.output.splitlines()]
    assert answers[0]["name"] == "Aiko Mori"
    assert "error" in answers[1]
    assert len(answers) == 3


def test_migrating_twice_is_as_good_as_once(run: Run) -> None:
    assert run("migrate") == run("migrate")


def test_a_wrong_setting_is_named_and_ends_the_command(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOWFLOOR_PROT", "8000")
    settings.cache_clear()

    said = run("migrate", fails=True)

    settings.cache_clear()
    assert "SHOWFLOOR_PROT" in said


@pytest.mark.parametrize(
    "command", ["serve", "demo", "token", "badge", "export", "migrate", "backup", "restore"]
)
def test_every_command_explains_itself(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])

    assert result.exit_code == 0
    assert len(result.output) > 200
