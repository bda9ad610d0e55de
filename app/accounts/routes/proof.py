"""Proving who one is with a password: counted first, and compared outside any session."""

from collections.abc import Mapping

from app.accounts.refusal import TooManyTries
from app.accounts.secrets import password_matches
from app.accounts.service import count_try
from app.db import Database


def is_proven(
    database: Database, password: str, stored: str | None, subjects: Mapping[str, int]
) -> bool:
    """Whether this is the password.

    Raises TooManyTries, without looking at it, where there were too many before.
    """
    with database.writing() as session:
        free_at = count_try(session, subjects)
    if free_at:
        raise TooManyTries(free_at)
    return password_matches(password, stored)
