"""The one place that keeps exhibitors apart."""

from typing import Any, TypeVar

from sqlmodel import SQLModel, select
from sqlmodel.sql.expression import SelectOfScalar

from app.accounts.actor import Actor

Row = TypeVar("Row", bound=SQLModel)


def owned(table: type[Row], actor: Actor) -> SelectOfScalar[Row]:
    """Rows of `table` that belong to the actor's exhibitor: where every query begins."""
    column: Any = table.exhibitor_id  # type: ignore[attr-defined]
    return select(table).where(column == actor.exhibitor_id)
