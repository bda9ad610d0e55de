"""How Alembic reaches the database. Called by app.migration, which hands over a connection."""

from typing import Literal

from alembic import context
from sqlmodel.sql.sqltypes import AutoString

import app.tables  # noqa: F401  (fills the metadata)
from app.config import settings
from app.db import Database, Json, Moment, metadata


def plainly(kind: str, item: object, _: object) -> str | Literal[False]:
    """Write our column types in a migration as what they are in the database."""
    if kind != "type":
        return False
    if isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if item is Json:
        return "JSON"
    return "sa.String()" if isinstance(item, AutoString) else False


def run(connection: object) -> None:
    context.configure(
        connection=connection,  # type: ignore[arg-type]
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=True,
        transactional_ddl=True,
        render_item=plainly,
    )
    with context.begin_transaction():
        context.run_migrations()


if given := context.config.attributes.get("connection"):
    run(given)
else:
    with (
        Database(settings().database_url).turn_to_write() as engine,
        engine.connect() as opened,
    ):
        run(opened)
        opened.commit()
