"""How long the organiser's list takes: to be read, written, renewed, packed and looked up in.

    python -m bench.directory [sqlite|postgresql] [--rows N]

Seconds of wall time, and of processor time of this process and the one that reads the file.
"""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter
from typing import Annotated
from uuid import UUID

import typer
import xlsxwriter

from app.accounts.actor import Actor
from app.accounts.roles import Role
from app.db import Database
from app.directory.gateway import read_list
from app.directory.queries import copy_of_show, wearers
from app.directory.service import begin, show_list
from app.imports.service import take_in, taking_in
from bench.stage import Stage, fill, new_database

HEADINGS = (
    "Badge ID", "First Name", "Last Name", "Company", "Job Title", "E-mail", "Phone", "Country",
    "Category", "Hall",
)  # fmt: skip
GIVEN = ("Anna", "Peter", "Maria", "Luca", "Elena", "小明", "美玲", "Jürgen", "Søren", "Noor")
FAMILY = ("Weber", "Lindqvist", "Osei", "Castro", "Novak", "王", "陈", "Mori", "Müller")
COMPANY = ("Nordlicht Optik GmbH", "Fjord AB", "样品科技有限公司", "Lagos Steel Ltd", "Tulp B.V.")


def main(
    database: Annotated[str, typer.Argument(help="sqlite, postgresql or both.")] = "both",
    rows: Annotated[int, typer.Option(help="Visitors on the list.")] = 100_000,
) -> None:
    taking_in.SECOND_LOOK = 0
    content = workbook(rows, changed=0)
    newer = workbook(rows, changed=rows // 50)
    print(f"{os.cpu_count()} processors, {rows:,} rows, a workbook of {len(content) / 1e6:.1f} MB")
    for kind in ["sqlite", "postgresql"] if database == "both" else [database]:
        with new_database(kind) as url:
            measure(kind, url, content, newer)


def measure(kind: str, url: str, content: bytes, newer: bytes) -> None:
    print(f"\n{kind}")
    stage = fill(url)
    opened = Database(url)
    actor = _keeper(opened, stage)
    with timed("read and understood"):
        said = read_list(content)
    with timed("taken in"):
        _take_in(opened, actor, stage.show_id, content, said["fields"])
    with timed("a newer list, 2 % changed"):
        _take_in(opened, actor, stage.show_id, newer, said["fields"])
    keys = [entry[0] for entry in said["entries"][:500]]
    with opened.engine.connect() as connection:
        begin_at = perf_counter()
        for start in range(0, 500, 50):
            numbers = {(stage.show_id, key) for key in keys[start : start + 50]}
            assert len(wearers(connection, {actor.exhibitor_id}, numbers)) == 50
        print(f"  {'50 numbers looked up':28} {(perf_counter() - begin_at) * 100:6.2f} ms")
    with opened.reading() as session:
        copy = copy_of_show(session, actor, stage.show_id)
        assert copy
        print(f"  {'copy for a phone, packed':28} {len(copy.content) / 1e6:6.2f} MB")
    memory = getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"  {'most memory of the reader':28} {memory:6.0f} MB")
    opened.close()


@contextmanager
def timed(what: str) -> Iterator[None]:
    begin_at, worked = perf_counter(), _worked()
    yield
    print(
        f"  {what:28} {perf_counter() - begin_at:6.1f} s, {_worked() - worked:5.1f} s of processor"
    )


def _worked() -> float:
    each = (getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in each)


def _take_in(
    database: Database, actor: Actor, show_id: UUID, content: bytes, fields: list[str]
) -> None:
    with database.writing() as session:
        made = show_list(
            session, actor, show_id, file_name="list.xlsx", content=content, fields=fields, seen={}
        )
        session.flush()
        begin(session, actor, made)
    take_in(database, actor, made.id)


def _keeper(database: Database, stage: Stage) -> Actor:
    from app.accounts.models import Member

    with database.reading() as session:
        member = session.get_one(Member, stage.member_id)
    return Actor(member.exhibitor_id, member.id, None, None, member.name, Role.MANAGER)


def workbook(rows: int, *, changed: int) -> bytes:
    """A made-up list; the first `changed` visitors have another company in it."""
    file = BytesIO()
    chance = random.Random(7)  # noqa: S311  (the same people in every run)
    with xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("Visitors")
        sheet.write_row(0, 0, HEADINGS)
        for number in range(rows):
            company = f"{chance.choice(COMPANY)} {number % 4000}"
            visitor = (
                f"R{1_000_000 + number}", chance.choice(GIVEN), chance.choice(FAMILY),
                "Moved AB" if number < changed else company, "Head of Purchasing",
                f"visitor{number}@company{number % 900}.example", f"+49 89 {5_550_000 + number}",
                "Germany", "Visitor", f"{number % 12}.1",
            )  # fmt: skip
            for place, cell in enumerate(visitor):
                sheet.write_string(number + 1, place, cell)
    return file.getvalue()


if __name__ == "__main__":
    typer.run(main)
