"""The database: sessions that read and write, the one writer, and the column types."""

from app.db.columns import Json, Moment
from app.db.engine import THREADS, Database, metadata
from app.db.lookup import Lookup
from app.db.rows import insert_rows, update_rows
from app.db.writer import LostRace, Writer

__all__ = [
    "THREADS",
    "Database",
    "Json",
    "Lookup",
    "LostRace",
    "Moment",
    "Writer",
    "insert_rows",
    "metadata",
    "update_rows",
]
