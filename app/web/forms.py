"""Forms: what was sent, checked; or what to show again, with an error at its field."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException

from app.web.language import N_
from app.web.page import language_of

Form = TypeVar("Form", bound=BaseModel)

TOO_LARGE = 256 * 1024


@dataclass(frozen=True, slots=True)
class Bound(Generic[Form]):
    """A form bound to what was sent: a `value` when all is well, else `errors` by field.

    The values shown again are what was typed, never what was made of it.
    """

    value: Form | None = None
    sent: Mapping[str, list[str]] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    def value_of(self, name: str) -> str:
        return (self.sent.get(name) or [""])[0]

    def values_of(self, name: str) -> list[str]:
        return list(self.sent.get(name, []))

    def error_of(self, name: str) -> str:
        return self.errors.get(name, "")

    @property
    def has_errors(self) -> bool:
        return bool(self.errors)

    def with_error(self, name: str, message: str) -> "Bound[Form]":
        """The same form refused: for what only the database can know."""
        return Bound(None, self.sent, {**self.errors, name: message})


def filled(**values: Any) -> Bound[BaseModel]:
    """A form that shows present values, before anything is sent."""
    return Bound(sent={name: _strings(value) for name, value in values.items()})


def _strings(value: Any) -> list[str]:
    if value is None or value is False:
        return []
    if isinstance(value, list | tuple):
        return [str(item) for item in value]
    return ["on" if value is True else str(value)]


def bind(model: type[Form]) -> Callable[[Request], Awaitable[Bound[Form]]]:
    """A dependency that binds the request's form to `model`, keeping what was typed.

    FastAPI's own form binding answers before the handler runs, so that the page could not be
    shown again with the values that were typed.
    """
    many = {name for name, info in model.model_fields.items() if "list" in str(info.annotation)}

    async def read(request: Request) -> Bound[Form]:
        sent = await _sent(request)
        values = {name: found if name in many else found[-1] for name, found in sent.items()}
        say = language_of(request).gettext
        try:
            return Bound(model.model_validate(values), sent)
        except ValidationError as problem:
            return Bound(None, sent, _messages(problem, say))

    return read


async def _sent(request: Request) -> dict[str, list[str]]:
    sent: dict[str, list[str]] = {}
    try:
        async with request.form(max_fields=500, max_part_size=TOO_LARGE) as data:
            for name, value in data.multi_items():
                if isinstance(value, str):
                    sent.setdefault(name, []).append(_storable(value).strip())
    except ValueError as problem:
        # A sender may name any character set, also one that can read nothing.
        raise HTTPException(400) from problem
    return sent


def _storable(text: str) -> str:
    """Without what no database takes: NUL, and half a character."""
    return text.replace("\x00", "").encode(errors="replace").decode()


MESSAGES = {
    "missing": N_("Please fill this in."),
    "string_too_short": N_("Please fill this in."),
    "string_too_long": N_("This is too long: at most %(max_length)s characters."),
    "int_parsing": N_("Please enter a whole number."),
    "int_from_float": N_("Please enter a whole number."),
    "date_parsing": N_("Please enter a day."),
    "date_from_datetime_parsing": N_("Please enter a day."),
    "date_from_datetime_inexact": N_("Please enter a day."),
    "greater_than_equal": N_("Please enter %(ge)s or more."),
    "less_than_equal": N_("Please enter %(le)s or less."),
    "literal_error": N_("Please choose one of the list."),
    "enum": N_("Please choose one of the list."),
    "uuid_parsing": N_("Please choose one of the list."),
    "string_pattern_mismatch": N_("This is not written as it should be."),
}


def _messages(problem: ValidationError, say: Callable[..., str]) -> dict[str, str]:
    return {
        ".".join(str(part) for part in error["loc"]) or "form": _message(error, say)
        for error in reversed(problem.errors())
    }


def _message(error: Any, say: Callable[..., str]) -> str:
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        return say(str(context["error"]))
    known = MESSAGES.get(error["type"], N_("This is not written as it should be."))
    return say(known, **{name: value for name, value in context.items() if name != "error"})
