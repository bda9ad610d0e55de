"""What is in a database or a backup, in words, so that a person can decide between them."""

from collections.abc import Mapping
from datetime import datetime

NOTEWORTHY = {"exhibitor": "exhibitors", "member": "members", "show": "shows", "lead": "leads",
              "capture": "captures", "photo": "photos"}  # fmt: skip


def in_words(counts: Mapping[str, int]) -> str:
    """ "2 exhibitors, 312 leads": what a person would miss, and how many there are."""
    told = (
        f"{counts[table]:,} {plural if counts[table] != 1 else table}"
        for table, plural in NOTEWORTHY.items()
        if counts.get(table)
    )
    return ", ".join(told) or "nothing"


def is_empty(counts: Mapping[str, int]) -> bool:
    """Whether nobody has set anything up: there is nothing to lose."""
    return not any(counts.values())


def what_would_be_lost(
    here: Mapping[str, int],
    newest_here: datetime | None,
    backup: Mapping[str, int],
    made_at: datetime,
) -> str:
    """Why a database is not overwritten just like that."""
    lines = [
        f"This database holds {in_words(here)}.",
        f"The backup of {made_at:%Y-%m-%d %H:%M} UTC holds {in_words(backup)}.",
    ]
    if newest_here and newest_here > made_at:
        lines.append(
            f"The newest capture came in at {newest_here:%Y-%m-%d %H:%M} UTC, after the backup."
            " Phones hand in again what they captured of late; all else since then is lost."
        )
    lines.append("Nothing was changed. To put the backup in its place all the same: --replace")
    return "\n".join(lines)
