"""Which question a request is about."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.accounts.current import CurrentActor
from app.qualifiers.models import Qualifier
from app.qualifiers.queries import qualifier_with_id
from app.shows.current import KeptShow
from app.web.errors import NotFound
from app.web.session import DbSession


def kept_qualifier(
    qualifier_id: UUID, actor: CurrentActor, session: DbSession, show: KeptShow
) -> Qualifier:
    """The question in the address, for members who may set up its show."""
    if qualifier := qualifier_with_id(session, actor, show, qualifier_id):
        return qualifier
    raise NotFound


KeptQualifier = Annotated[Qualifier, Depends(kept_qualifier)]
