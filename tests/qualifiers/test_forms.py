import pytest
from pydantic import ValidationError

from app.qualifiers.forms import QualifierForm


def _form(kind: str, options: str) -> QualifierForm:
    return QualifierForm.model_validate({"question": "Role", "kind": kind, "options": [options]})


def test_options_come_one_on_a_line_without_blanks_and_doubles() -> None:
    form = _form("single", "Decides\n\n  Advises \r\nDECIDES\nUses it")

    assert form.options == ["Decides", "Advises", "Uses it"]


@pytest.mark.parametrize("kind", ["text", "number", "yes_no"])
def test_a_question_without_a_choice_drops_its_options(kind: str) -> None:
    assert _form(kind, "Decides\nAdvises").options == []


@pytest.mark.parametrize("kind", ["single", "several"])
@pytest.mark.parametrize(
    "options",
    ["", "Decides", "Decides\ndecides", "\n".join(map(str, range(21))), "x" * 81 + "\nshort"],
)
def test_a_choice_needs_two_to_twenty_different_short_options(kind: str, options: str) -> None:
    with pytest.raises(ValidationError) as refused:
        _form(kind, options)

    assert [error["loc"] for error in refused.value.errors()] == [("options",)]


def test_twenty_options_are_not_too_many() -> None:
    assert len(_form("several", "\n".join(map(str, range(20)))).options) == 20
