"""Setting up a show with everything that the capture screen needs."""

from sqlmodel import Session

from app.accounts.actor import Actor
from app.badges.mapping import FieldMapping
from app.consent.service import copy_wording
from app.qualifiers.service import ask_first_questions, copy_qualifiers
from app.shows.forms import ShowForm
from app.shows.models import Show
from app.shows.queries import last_show
from app.shows.service import create_show
from app.web.language import Language


def set_up_show(session: Session, actor: Actor, form: ShowForm, language: str) -> Show:
    """A new show that is ready to capture at, all its rows flushed but not committed.

    Chips, products, questions and consent wording are those of the show that was set up last
    (never of the demo). A first show has our first ones, in `language` ("en" or "zh-Hans").
    Of the actor only `exhibitor_id` counts.
    """
    last = last_show(session, actor)
    show = create_show(session, actor, form)
    if last is None:
        ask_first_questions(session, show, Language.named(language))
    else:
        copy_qualifiers(session, actor, last, show)
    copy_wording(session, actor, last, show)
    session.flush()
    return show


def teach_badges(session: Session, show: Show, mapping: FieldMapping | None) -> None:
    """How badges of this show are to be read; None leaves it to the guess."""
    show.badge_mapping = mapping.as_dict() if mapping else None
    session.add(show)
