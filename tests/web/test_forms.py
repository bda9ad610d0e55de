import asyncio
from datetime import date
from enum import StrEnum
from typing import Annotated, TypeVar
from urllib.parse import urlencode
from uuid import UUID

import pytest
from fastapi import Request
from pydantic import BaseModel, Field, field_validator

from app.web.forms import Bound, bind, filled

Form = TypeVar("Form", bound=BaseModel)


class Size(StrEnum):
    SMALL = "small"


class OrderForm(BaseModel):
    name: Annotated[str, Field(min_length=1, max_length=5)]
    count: Annotated[int, Field(ge=1, le=9)] = 1
    size: Size = Size.SMALL
    on: date | None = None
    lead: UUID | None = None
    chips: list[str] = []

    @field_validator("name")
    @classmethod
    def not_nobody(cls, name: str) -> str:
        if name == "none":
            raise ValueError("Please give a name.")
        return name


def sent(fields: list[tuple[str, str]], language: str = "en") -> Bound[OrderForm]:
    body = urlencode(fields).encode()

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": body, "more_body": False}

    headers = [
        (b"content-type", b"application/x-www-form-urlencoded"),
        (b"accept-language", language.encode()),
    ]
    request = Request({"type": "http", "method": "POST", "headers": headers}, receive)
    return asyncio.run(bind(OrderForm)(request))  # type: ignore[arg-type]


def test_a_good_form_has_a_value_and_no_errors() -> None:
    form = sent([("name", "Anna"), ("count", "3")])

    assert form.value == OrderForm(name="Anna", count=3)
    assert not form.has_errors


def test_a_bad_form_has_no_value_and_keeps_what_was_typed() -> None:
    form = sent([("name", "Anna"), ("count", "many")])

    assert form.value is None
    assert form.value_of("count") == "many"
    assert form.value_of("name") == "Anna"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "", "Please fill this in."),
        ("name", "Annabella", "This is too long: at most 5 characters."),
        ("name", "none", "Please give a name."),
        ("count", "many", "Please enter a whole number."),
        ("count", "0", "Please enter 1 or more."),
        ("count", "10", "Please enter 9 or less."),
        ("size", "huge", "Please choose one of the list."),
        ("on", "tomorrow", "Please enter a day."),
        ("lead", "42", "Please choose one of the list."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_in_plain_words(
    field: str, typed: str, said: str
) -> None:
    form = sent([("name", "Anna"), (field, typed)])

    assert form.errors == {field: said}


def test_a_field_that_was_not_sent_is_missing() -> None:
    assert sent([]).error_of("name") == "Please fill this in."


def test_every_choice_of_several_is_kept() -> None:
    form = sent([("name", "Anna"), ("chips", "demo"), ("chips", "price")])

    assert form.value is not None
    assert form.value.chips == ["demo", "price"]
    assert form.values_of("chips") == ["demo", "price"]


def test_of_a_field_sent_twice_the_last_counts() -> None:
    form = sent([("name", "Anna"), ("count", "2"), ("count", "3")])

    assert form.value is not None
    assert form.value.count == 3


def test_spaces_around_and_nul_inside_what_was_typed_are_left_out() -> None:
    form = sent([("name", "  An\x00na ")])

    assert form.value is not None
    assert form.value.name == "Anna"


def test_a_form_can_be_refused_for_what_only_the_database_knows() -> None:
    form = sent([("name", "Anna")]).with_error("name", "Anna is here already.")

    assert form.value is None
    assert form.error_of("name") == "Anna is here already."
    assert form.value_of("name") == "Anna"


def test_a_form_shows_present_values_before_anything_is_sent() -> None:
    form = filled(name="Anna", is_required=True, is_demo=False, chips=["demo"], note=None, goal=180)

    assert form.value_of("name") == "Anna"
    assert form.value_of("is_required") == "on"
    assert form.value_of("goal") == "180"
    assert form.values_of("chips") == ["demo"]
    assert [form.value_of(name) for name in ("is_demo", "note")] == ["", ""]


def test_a_field_nobody_sent_shows_as_empty() -> None:
    empty: Bound[OrderForm] = Bound()

    assert empty.value_of("name") == ""
    assert empty.values_of("chips") == []
