"""The key pair with which phones seal copies for their exhibitor."""

from uuid import UUID

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from app.accounts.models import ExhibitorSeal
from app.kit.sealing import new_key_pair

IF_NONE = {
    "sqlite": sqlite.insert(ExhibitorSeal).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(ExhibitorSeal).on_conflict_do_nothing(),
}


def make_seal(session: Session, exhibitor_id: UUID) -> None:
    """Repeatable: of two requests that make it at once, the first one's stays."""
    pair = new_key_pair()
    row = ExhibitorSeal(
        exhibitor_id=exhibitor_id, public_key=pair.public, private_key=pair.private
    ).model_dump()
    session.execute(IF_NONE[session.get_bind().dialect.name], row)
