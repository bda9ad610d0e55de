"""What the console script does with backups."""

from pathlib import Path

from app.backup import gateway
from app.backup.comparison import in_words
from app.backup.keeping import name_of, to_remove
from app.backup.service import back_up, restore
from app.backup.service.backing_up import Told
from app.db import Database
from app.kit.clock import now


def back_up_to(database: Database, place: Path, *, keep: int | None, told: Told) -> str:
    """A backup in a file, or in a folder under a name of its time; what was done, in a sentence."""
    is_folder = place.is_dir()
    file = place / name_of(now()) if is_folder else place
    manifest = back_up(database, file, told)
    removed = to_remove(gateway.names_in(place), keep) if is_folder and keep else []
    gateway.remove(place, removed)
    said = f"{file} holds {in_words(manifest.counts())}; {gateway.size_of(file):,} bytes."
    return said + (f" Older backups removed: {len(removed)}." if removed else "")


def restore_from(database: Database, file: Path, *, replace: bool, told: Told) -> str:
    manifest = restore(database, file, told, replace=replace)
    return (
        f"The database is as it was on {manifest.made_at:%Y-%m-%d %H:%M} UTC:"
        f" {in_words(manifest.counts())}. Phones hand in again what it lacks."
    )
