"""The macros that pages are built of."""

import pytest
from pydantic import BaseModel

from app.web.forms import Bound
from app.web.page import environment

FORM: Bound[BaseModel] = Bound(
    sent={"name": ['<b>"Anna"'], "kinds": ["demo", "price"], "rating": ["hot"], "news": ["on"]},
    errors={"name": "Too short"},
)
IMPORTS = """
{%- from "components/avatar.html" import letters_of %}
{%- from "components/button.html" import button, icon_button %}
{%- from "components/choice.html" import chips, rating, switch %}
{%- from "components/field.html" import form_fault, text_area, text_field %}
{%- from "components/tag.html" import rating_mark %}
"""


def rendered(markup: str) -> str:
    return environment().from_string(IMPORTS + markup).render(form=FORM)


def test_a_field_shows_again_what_was_typed_as_text() -> None:
    html = rendered('{{ text_field(form, "name", "Name") }}')

    assert 'value="&lt;b&gt;&#34;Anna&#34;"' in html


def test_a_text_area_keeps_a_first_empty_line() -> None:
    html = rendered('{{ text_area(form, "name", "Name") }}')

    assert ">\n&lt;b&gt;" in html


def test_a_password_is_never_shown_again() -> None:
    assert "Anna" not in rendered('{{ text_field(form, "name", "Password", type="password") }}')


def test_an_error_is_tied_to_its_field() -> None:
    html = rendered('{{ text_field(form, "name", "Name", hint="As on the badge") }}')

    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="name-error name-hint"' in html
    assert 'id="name-error"' in html


def test_a_field_without_error_is_not_called_wrong() -> None:
    assert "aria-invalid" not in rendered('{{ text_field(form, "email", "E-mail") }}')


def test_a_form_with_errors_says_so_as_a_whole() -> None:
    assert 'role="alert"' in rendered("{{ form_fault(form) }}")


def test_chips_keep_every_choice_that_was_made() -> None:
    html = rendered(
        '{{ chips(form, "kinds", "What", [("demo", "D"), ("scan", "S"), ("price", "P")]) }}'
    )

    assert [part.split('"')[1] for part in html.split(" value=")[1:] if " checked" in part] == [
        "demo",
        "price",
    ]


def test_the_rating_that_was_given_is_chosen() -> None:
    assert 'value="hot" checked' in rendered("{{ rating(form) }}")


@pytest.mark.parametrize(("name", "is_on"), [("news", True), ("consent", False)])
def test_a_switch_is_on_only_when_it_was_switched_on(name: str, is_on: bool) -> None:
    assert (" checked" in rendered(f'{{{{ switch(form, "{name}", "x") }}}}')) is is_on


def test_an_attribute_is_named_with_hyphens_and_written_as_text() -> None:
    html = rendered(
        """{{ button("Save", data_opens='"><script>', disabled=true, hidden=false) }}"""
    )

    assert ' data-opens="&#34;&gt;&lt;script&gt;" disabled>' in html
    assert "hidden" not in html


def test_a_button_with_only_an_icon_has_a_name() -> None:
    assert 'aria-label="Search"' in rendered('{{ icon_button("Search", "search") }}')


def test_a_rating_without_words_is_named_for_who_cannot_see_it() -> None:
    assert 'aria-label="Hot"' in rendered('{{ rating_mark("hot") }}')


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Anna Weber", "AW"),
        ("anna maria de weber", "AW"),
        ("Pelé", "P"),
        ("王思源", "思源"),
        ("李伟", "李伟"),
        ("陈", "陈"),
        ("欧阳 修", "阳修"),
        ("김민준", "민준"),
        ("<b>", "&lt;"),
    ],
)
def test_an_avatar_shows_initials_or_the_last_two_characters(name: str, letters: str) -> None:
    html = environment().from_string(IMPORTS + "{{ letters_of(name) }}").render(name=name)

    assert html.strip() == letters
