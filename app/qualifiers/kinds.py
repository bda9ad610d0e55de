"""The kinds of question, and the questions that a first show begins with."""

from dataclasses import dataclass

from app.web.language import N_


@dataclass(frozen=True, slots=True)
class QuestionKind:
    """One kind: its key, its name, its icon, and whether staff choose from options."""

    key: str
    name: str
    icon: str
    has_options: bool = False


KINDS = {
    kind.key: kind
    for kind in (
        QuestionKind("single", N_("One choice"), "circle-dot", True),
        QuestionKind("several", N_("Several choices"), "list-checks", True),
        QuestionKind("yes_no", N_("Yes or no"), "check"),
        QuestionKind("number", N_("A number"), "hash"),
        QuestionKind("text", N_("Text"), "pencil"),
    )
}

FIRST_QUESTIONS = (
    (N_("Role in the purchase"), (N_("Decides"), N_("Advises"), N_("Uses it"))),
    (N_("Wants it within"), (N_("3 months"), N_("6 months"), N_("1 year"), N_("Later"))),
)
