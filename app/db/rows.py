"""Writing many rows in one statement, past the ORM and past the compiler of statements.

Where thousands of captures a second arrive, preparing parameters one by one costs more than the
database does. Here they are prepared by column. PostgreSQL takes one array a column (unnest): one
round trip however many rows there are. SQLite takes many rows in one statement, because its driver
lets go of the interpreter at each step, a row of executemany each, and has to wait for it again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from itertools import chain
from typing import Any, NamedTuple
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy import JSON, Column, Connection, Date, Table, Uuid
from sqlalchemy.dialects import postgresql
from sqlmodel import SQLModel

from app.db.columns import Moment

Convert = Callable[[Any], Any]
Row = Mapping[str, Any]


# So many rows a statement, the largest that fits first: few shapes, so that they stay prepared.
SIZES = (64, 16, 4, 1)


class Prepared(NamedTuple):
    """A statement in the driver's own words, and what each column's values go through.

    On SQLite `statement` has room for `values`, which are repeated for each row.
    """

    statement: str
    converts: tuple[Convert | None, ...]
    values: str = ""


def insert_rows(
    connection: Connection, model: type[SQLModel], rows: Sequence[Row], *, conflict: str = ""
) -> None:
    """Insert rows that all name the same columns. `conflict` is an ON CONFLICT clause."""
    if rows:
        names = tuple(rows[0])
        prepared = _insert(_table(model), names, connection.dialect.name, conflict)
        _execute(connection, prepared, names, rows)


def update_rows(connection: Connection, model: type[SQLModel], rows: Sequence[Row]) -> None:
    """Set what rows name, each where `id` is its own. They all name the same columns."""
    if rows:
        names = (*(name for name in rows[0] if name != "id"), "id")
        prepared = _update(_table(model), names, connection.dialect.name)
        _execute(connection, prepared, names, rows)


def _execute(
    connection: Connection, prepared: Prepared, names: tuple[str, ...], rows: Sequence[Row]
) -> None:
    columns = [
        [convert(row[name]) for row in rows] if convert else [row[name] for row in rows]
        for name, convert in zip(names, prepared.converts, strict=True)
    ]
    if _by_arrays(connection.dialect.name):
        connection.exec_driver_sql(prepared.statement, tuple(columns))
    elif prepared.values:
        for some in _pieces(list(zip(*columns, strict=True))):
            values = ", ".join([prepared.values] * len(some))
            statement = prepared.statement.format(values=values)
            connection.exec_driver_sql(statement, tuple(chain.from_iterable(some)))
    else:
        connection.exec_driver_sql(prepared.statement, list(zip(*columns, strict=True)))


def _pieces(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """All rows, in pieces of the sizes that there are statements for."""
    start = 0
    for size in SIZES:
        while len(rows) - start >= size:
            yield rows[start : start + size]
            start += size


def _by_arrays(dialect: str) -> bool:
    return dialect == "postgresql"


@cache
def _insert(table: Table, names: tuple[str, ...], dialect: str, conflict: str) -> Prepared:
    into = f"INSERT INTO {table.name} ({', '.join(names)})"
    converts = _converts(table, names, dialect)
    if _by_arrays(dialect):
        source = f"SELECT * FROM unnest({_arrays(table, names)})"  # noqa: S608  (our own names)
        return Prepared(f"{into} {source} {conflict}", converts)
    values = f"({', '.join('?' * len(names))})"
    return Prepared(f"{into} VALUES {{values}} {conflict}", converts, values)


@cache
def _update(table: Table, names: tuple[str, ...], dialect: str) -> Prepared:
    *changed, key = names
    if _by_arrays(dialect):
        settings = ", ".join(f"{name} = sent.{name}" for name in changed)
        sent = f"unnest({_arrays(table, names)}) AS sent ({', '.join(names)})"
        where = f"FROM {sent} WHERE {table.name}.{key} = sent.{key}"
    else:
        settings = ", ".join(f"{name} = ?" for name in changed)
        where = f"WHERE {key} = ?"
    statement = f"UPDATE {table.name} SET {settings} {where}"  # noqa: S608  (our own names)
    return Prepared(statement, _converts(table, names, dialect))


def _arrays(table: Table, names: tuple[str, ...]) -> str:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    types = (table.c[name].type.compile(dialect=dialect) for name in names)
    return ", ".join(f"%s::{each}[]" for each in types)


def _converts(table: Table, names: tuple[str, ...], dialect: str) -> tuple[Convert | None, ...]:
    return tuple(_convert(table.c[name], dialect) for name in names)


def _convert(column: Column[Any], dialect: str) -> Convert | None:
    """As the column's type writes it; None where the driver takes the value as it is."""
    if isinstance(column.type, JSON):
        return _as_json
    if dialect == "postgresql":
        return None
    for kind, convert in BY_KIND.items():
        if isinstance(column.type, kind):
            return convert
    return None


def _as_json(value: Any) -> str | None:
    return None if value is None else to_json(value).decode()


def _as_hex(value: UUID | None) -> str | None:
    return None if value is None else value.hex


def _as_moment(value: datetime | None) -> str | None:
    return None if value is None else _written(value)


@lru_cache(maxsize=1024)  # one capture writes the same moment in many rows
def _written(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(" ", "microseconds")[:26]


def _as_day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


BY_KIND: Mapping[type[Any], Convert] = {Uuid: _as_hex, Moment: _as_moment, Date: _as_day}


def _table(model: type[SQLModel]) -> Table:
    table: Table = model.__table__  # type: ignore[attr-defined]
    return table
