"""Reading a whole database, whatever shape it has, in one state of it."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Connection, Table, func, inspect, select, text
from sqlalchemy.types import TypeEngine
from sqlmodel import col

from app.accounts.models import Exhibitor, ExhibitorSeal
from app.backup.manifest import NoBackup
from app.backup.values import KINDS
from app.db import Json, Moment, metadata

# The first that fits, as the databases call them: SQLite keeps a UUID in CHAR(32).
KIND_OF: Sequence[tuple[type[TypeEngine[Any]], str]] = (
    (sa.Uuid, "uuid"),
    (sa.CHAR, "uuid"),
    (sa.Boolean, "bool"),
    (sa.DateTime, "moment"),
    (sa.Date, "date"),
    (sa.LargeBinary, "bytes"),
    (sa.JSON, "json"),
    (sa.Float, "float"),
    (sa.Integer, "int"),
    (sa.String, "text"),
)
TYPE_OF: dict[str, TypeEngine[Any]] = {
    "bool": sa.Boolean(),
    "bytes": sa.LargeBinary(),
    "date": sa.Date(),
    "float": sa.Float(),
    "int": sa.BigInteger(),
    "json": Json,
    "moment": Moment(),
    "text": sa.Text(),
    "uuid": sa.Uuid(),
}
assert set(TYPE_OF) == KINDS
VERSION = "alembic_version"
AT_ONCE, LARGE_AT_ONCE = 1000, 50  # rows; photos are large


def revision_of(connection: Connection) -> str | None:
    """The shape of the database; none where it has no tables yet."""
    if not inspect(connection).has_table(VERSION):
        return None
    return connection.execute(
        select(sa.column("version_num")).select_from(sa.table(VERSION))
    ).scalar()


def tables_in(connection: Connection, *, at_head: bool) -> dict[str, dict[str, str]]:
    """Each table with the kinds of its columns. At the present shape, ours only: others may live
    in the same schema of PostgreSQL."""
    names = [name for name in inspect(connection).get_table_names() if name != VERSION]
    ours = [name for name in names if name in metadata.tables] if at_head else names
    return {name: columns_of(connection, name) for name in sorted(ours)}


def columns_of(connection: Connection, table: str) -> dict[str, str]:
    return {
        column["name"]: _kind(column["type"], f"{table}.{column['name']}")
        for column in inspect(connection).get_columns(table)
    }


def _kind(kind: TypeEngine[Any], where: str) -> str:
    for family, name in KIND_OF:
        if isinstance(kind, family):
            return name
    raise NoBackup(f"{where} is of a type that cannot be backed up: {kind}")


def table_of(name: str, columns: dict[str, str]) -> Table:
    """A table as its kinds say, the same on both databases."""
    return Table(
        name, sa.MetaData(), *(sa.Column(each, TYPE_OF[kind]) for each, kind in columns.items())
    )


def rows_at_once(columns: dict[str, str]) -> int:
    return LARGE_AT_ONCE if "bytes" in columns.values() else AT_ONCE


def rows_of(connection: Connection, name: str, columns: dict[str, str]) -> Iterator[Sequence[Any]]:
    """All rows, in the order of their key, a few in memory at a time."""
    table = table_of(name, columns)
    key = inspect(connection).get_pk_constraint(name)["constrained_columns"]
    found = select(table).order_by(*(table.c[each] for each in key))
    options = {"yield_per": rows_at_once(columns)}
    yield from connection.execution_options(**options).execute(found)


def counts_of(connection: Connection, names: Sequence[str]) -> dict[str, int]:
    there = set(inspect(connection).get_table_names())
    return {
        name: connection.execute(select(func.count()).select_from(sa.table(name))).scalar_one()
        for name in names
        if name in there
    }


def newest_capture_at(connection: Connection) -> Any:
    """When the newest capture came in; none where there is none, or no such table."""
    if not inspect(connection).has_table("capture"):
        return None
    received = sa.column("received_at", Moment())
    return connection.execute(select(func.max(received)).select_from(sa.table("capture"))).scalar()


def faults_of(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong with its file; PostgreSQL checks its pages as it reads."""
    if connection.dialect.name != "sqlite":
        return []
    found = [row[0] for row in connection.execute(text("PRAGMA integrity_check"))]
    loose = connection.execute(text("PRAGMA foreign_key_check"))
    return [
        *(fault for fault in found if fault != "ok"),
        *(f"a row of {row[0]} refers to none of {row[2]}" for row in loose),
    ]


def exhibitors_without_seal(connection: Connection) -> list[UUID]:
    sealed = select(ExhibitorSeal.exhibitor_id)  # type: ignore[call-overload]
    found = select(Exhibitor.id).where(col(Exhibitor.id).not_in(sealed))  # type: ignore[call-overload]
    return list(connection.execute(found).scalars())


def seals_of(connection: Connection) -> list[dict[str, Any]]:
    """All of them, where the table is there."""
    if not inspect(connection).has_table("exhibitor_seal"):
        return []
    found = connection.execute(select(ExhibitorSeal.__table__))  # type: ignore[attr-defined]
    return [dict(row) for row in found.mappings()]


def foreign_keys(connection: Connection) -> list[tuple[str, str, str]]:
    """Of PostgreSQL: the table, the name and the words of each. SQLite can put off the check."""
    if connection.dialect.name == "sqlite":
        return []
    found = connection.execute(
        text(
            "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)"
            " FROM pg_constraint WHERE contype = 'f'"
            " AND connamespace = current_schema()::regnamespace"
        )
    )
    return [(table, name, words) for table, name, words in found]
