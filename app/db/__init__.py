"""The database: sessions that read and write, the one writer, and the column types."""

from app.db.columns import Json, Moment
from app.db.engine import THREADS, Database, metadata
from app.db.writer import LostRace, Writer

__all__ = ["THREADS", "Database", "Json", "LostRace", "Moment", "Writer", "metadata"]
