"""What the console script does with exports."""

import sys
from contextlib import nullcontext
from pathlib import Path
from urllib.parse import parse_qsl

from app.accounts.command import actor_of
from app.db import Database
from app.exports.service import Format, export_leads
from app.leads.filters import leads_asked
from app.web.language import Language

STANDARD_OUTPUT = Path("-")


def export_to(
    database: Database, out: Path, *, member: str | None, query: str, language: str
) -> int:
    """Write the leads that `query` asks for to a file; how many bytes it has.

    The file appears when it is whole. Raises LookupError, saying what to give instead.
    """
    with database.reading() as session:
        actor = actor_of(session, member)
    asked = leads_asked(dict(parse_qsl(query)))
    parts = export_leads(database, actor, asked, Language.named(language), _format(out))
    if out == STANDARD_OUTPUT:
        with nullcontext(sys.stdout.buffer) as file:
            return sum(file.write(part) for part in parts)
    growing = out.with_name(f"{out.name}.part")
    with growing.open("wb") as file:
        count = sum(file.write(part) for part in parts)
    growing.replace(out)
    return count


def _format(out: Path) -> Format:
    if out == STANDARD_OUTPUT:
        return Format.CSV
    try:
        return Format(out.suffix.removeprefix(".").lower())
    except ValueError:
        raise LookupError(f"{out} ends neither in .csv nor in .xlsx.") from None
