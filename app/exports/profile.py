"""What the file for one target is made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.exports.columns import Column
from app.exports.dossier import Names


@dataclass(frozen=True, slots=True)
class Profile:
    """Columns in their order, and how the target reads CSV.

    `guards` puts an apostrophe before free text that looks like a formula; `bom` marks the file
    as UTF-8.
    """

    name: str
    columns: Callable[[Names], Sequence[Column]]
    bom: bool = True
    guards: bool = True
