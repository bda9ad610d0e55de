"""The organiser's list of Canton 2026, as it stands in the database."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session

from app.directory.models import Directory, DirectoryCopy, DirectoryEntry, DirectoryImport
from app.directory.service import packed
from tests import cast
from tests.cast import Person

Wearer = tuple[str, str, str]
TILDA: Wearer = ("R-2001", "Tilda Bergmann", "Nordlicht Optik GmbH")


def put_on_list(
    session: Session,
    *wearers: Wearer,
    show_id: UUID = cast.CANTON,
    keeper: Person = cast.MEI,
    emails: Sequence[str] = (),
) -> None:
    """Wearers as (number, name, company), as if a list had just been taken in."""
    made = DirectoryImport(
        exhibitor_id=keeper.exhibitor_id,
        show_id=show_id,
        member_id=keeper.member_id,
        state="done",
        file_name="list.csv",
        created_at=cast.SECOND_DAY,
    )
    session.add(made)
    session.flush()
    directory = Directory(show_id=show_id, exhibitor_id=keeper.exhibitor_id, import_id=made.id)
    session.add(directory)
    session.add_all(_entry(made, wearer, emails) for wearer in wearers)
    session.add(
        DirectoryCopy(
            show_id=show_id,
            exhibitor_id=keeper.exhibitor_id,
            version=directory.version,
            content=packed((number.casefold(), name, company) for number, name, company in wearers),
        )
    )


def _entry(made: DirectoryImport, wearer: Wearer, emails: Sequence[str]) -> DirectoryEntry:
    number, name, company = wearer
    given, _, family = name.partition(" ")
    return DirectoryEntry(
        show_id=made.show_id,
        key=number.casefold(),
        exhibitor_id=made.exhibitor_id,
        import_id=made.id,
        badge_id=number,
        name=name,
        company=company,
        fields={
            "given_name": given,
            "family_name": family,
            "job_title": "Head of Purchasing",
            "country": "DE",
            "emails": list(emails),
            "phones": ["089 5550100"],
        },
        digest="",
    )
