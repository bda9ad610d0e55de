"""Writing the questions of a show."""

from collections.abc import Sequence

from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.refusal import Refused
from app.kit.clock import now
from app.kit.folding import fold
from app.qualifiers.forms import QualifierForm
from app.qualifiers.kinds import FIRST_QUESTIONS
from app.qualifiers.models import Qualifier
from app.qualifiers.queries import has_answers, qualifiers_of_show
from app.shows.models import Show
from app.shows.service import next_position
from app.web.language import N_, Language

MOST_QUALIFIERS = 30


def copy_qualifiers(session: Session, actor: Actor, from_show: Show, to_show: Show) -> None:
    """The questions of one show, asked at another too."""
    session.add_all(
        Qualifier(
            exhibitor_id=to_show.exhibitor_id,
            show_id=to_show.id,
            question=asked.question,
            kind=asked.kind,
            options=list(asked.options),
            is_required=asked.is_required,
            position=place,
        )
        for place, asked in enumerate(qualifiers_of_show(session, actor, from_show))
    )


def ask_first_questions(session: Session, show: Show, language: Language) -> None:
    """What a first show begins with, in the language of whoever sets it up."""
    session.add_all(
        Qualifier(
            exhibitor_id=show.exhibitor_id,
            show_id=show.id,
            question=language.gettext(question),
            kind="single",
            options=[language.gettext(option) for option in options],
            position=place,
        )
        for place, (question, options) in enumerate(FIRST_QUESTIONS)
    )


def add_qualifier(session: Session, actor: Actor, show: Show, form: QualifierForm) -> Qualifier:
    present = qualifiers_of_show(session, actor, show)
    if len(present) >= MOST_QUALIFIERS:
        raise Refused("question", N_("There is no room for more. Remove one first."))
    _refuse_a_second(present, form)
    qualifier = Qualifier(
        exhibitor_id=show.exhibitor_id,
        show_id=show.id,
        position=next_position(present),
        **form.model_dump(),
    )
    session.add(qualifier)
    return qualifier


def update_qualifier(
    session: Session, actor: Actor, show: Show, qualifier: Qualifier, form: QualifierForm
) -> None:
    """The wording may change at any time; the kind only while nobody has answered."""
    if form.kind != qualifier.kind and has_answers(session, actor, qualifier):
        raise Refused(
            "kind",
            N_("This question has answers, so its kind stays. Remove it and ask a new one."),
        )
    present = qualifiers_of_show(session, actor, show)
    _refuse_a_second([other for other in present if other.id != qualifier.id], form)
    qualifier.sqlmodel_update(form.model_dump())
    session.add(qualifier)


def _refuse_a_second(present: Sequence[Qualifier], form: QualifierForm) -> None:
    if any(fold(other.question) == fold(form.question) for other in present):
        raise Refused("question", N_("This question is asked already."))


def remove_qualifier(session: Session, qualifier: Qualifier) -> None:
    """It is asked no more; its answers stay. Repeatable."""
    qualifier.removed_at = qualifier.removed_at or now()
    session.add(qualifier)
