"""Names of backups in a folder, and which of them are kept."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

ENDING = ".zip"
OURS = re.compile(r"showfloor-\d{8}T\d{6}Z\.zip")


def name_of(made_at: datetime) -> str:
    """A name that sorts by its time."""
    return f"showfloor-{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}{ENDING}"


def to_remove(names: Iterable[str], keep: int) -> list[str]:
    """All but the `keep` newest of the backups that were named here; nothing else, ever."""
    ours = sorted(name for name in names if OURS.fullmatch(name))
    return ours[: max(0, len(ours) - keep)]
