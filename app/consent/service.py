"""Wording what visitors are asked."""

from sqlmodel import Session

from app.accounts.actor import Actor
from app.consent.forms import WordingForm
from app.consent.models import ConsentWording
from app.consent.queries import wording_of_show
from app.consent.wording import FIRST_WORDING
from app.shows.models import Show
from app.shows.queries import show_with_id


def copy_wording(session: Session, actor: Actor, from_show: Show | None, to_show: Show) -> None:
    """The newest wording of one show as the first of another; without one, ours."""
    last = wording_of_show(session, actor, from_show) if from_show else None
    session.add(
        ConsentWording(
            exhibitor_id=to_show.exhibitor_id,
            show_id=to_show.id,
            text_en=last.text_en if last else FIRST_WORDING["en"],
            text_zh=last.text_zh if last else FIRST_WORDING["zh-Hans"],
        )
    )


def reword(session: Session, actor: Actor, show: Show, form: WordingForm) -> bool:
    """Ask it in other words: a new version, for what was agreed to before stays as it was.

    False where the words are the same. The show's row is locked, so that two managers make
    two versions.
    """
    show_with_id(session, actor, show.id, for_update=True)
    newest = wording_of_show(session, actor, show)
    if newest and (newest.text_en, newest.text_zh) == (form.text_en, form.text_zh):
        return False
    session.add(
        ConsentWording(
            exhibitor_id=show.exhibitor_id,
            show_id=show.id,
            version=newest.version + 1 if newest else 1,
            **form.model_dump(),
        )
    )
    return True
