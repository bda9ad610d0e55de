"""What arrives on the forms about members."""

import re
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, ValidationInfo, field_validator

from app.accounts.roles import Role
from app.accounts.secrets import LONGEST_PASSWORD, SHORTEST_PASSWORD
from app.kit.folding import without_controls
from app.web.language import N_

SECRET = re.compile(r"[\w-]{22}", re.ASCII)
EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+")


def on_one_line(text: str) -> str:
    """A name as it fits in a list. What is invisible is no name."""
    if not (line := " ".join(without_controls(text).split())):
        raise ValueError(N_("Please fill this in."))
    return line


def email_address(text: str) -> str:
    if text and not EMAIL.fullmatch(text):
        raise ValueError(N_("Please enter an e-mail address, such as anna@example.com."))
    return text.lower()


def new_password(text: str) -> str:
    if text and not SHORTEST_PASSWORD <= len(text) <= LONGEST_PASSWORD:
        raise ValueError(N_("Please use 10 to 200 characters."))
    return text


PersonName = Annotated[str, Field(min_length=1, max_length=80), AfterValidator(on_one_line)]
Email = Annotated[str, Field(max_length=254), AfterValidator(email_address)]
NewPassword = Annotated[str, AfterValidator(new_password)]
LanguageTag = Literal["", "en", "zh-Hans"]


class SignInForm(BaseModel):
    email: str = Field(min_length=1, max_length=254)
    password: str = Field(min_length=1, max_length=LONGEST_PASSWORD)
    next: str = ""

    @field_validator("email")
    @classmethod
    def is_the_same_in_any_case(cls, email: str) -> str:
        return email.lower()


class MemberForm(BaseModel):
    """A member as a manager enters or changes them. No new password leaves the present one."""

    name: PersonName
    role: Role
    password: NewPassword = ""
    email: Email = Field("", validate_default=True)

    @field_validator("email")
    @classmethod
    def is_there_to_sign_in_with(cls, email: str, info: ValidationInfo) -> str:
        if info.data.get("password") and not email:
            raise ValueError(N_("A password needs an e-mail address to sign in with."))
        return email


class ProfileForm(BaseModel):
    """What members say about themselves."""

    name: PersonName
    language: LanguageTag = ""
    new_password: NewPassword = ""
    email: Email = Field("", validate_default=True)
    password: str = Field("", max_length=LONGEST_PASSWORD)

    @field_validator("email")
    @classmethod
    def is_there_to_sign_in_with(cls, email: str, info: ValidationInfo) -> str:
        if info.data.get("new_password") and not email:
            raise ValueError(N_("A password needs an e-mail address to sign in with."))
        return email


class JoinCodeForm(BaseModel):
    """What a joining code is to be. `once` is the secret it gets, made with the form: sent again,
    by a reload, it makes no second code."""

    role: Role
    hours: int = Field(ge=1, le=720)
    single_use: bool = False
    once: str = ""

    @field_validator("once")
    @classmethod
    def is_as_the_form_made_it(cls, once: str) -> str:
        return once if SECRET.fullmatch(once) else ""


class PairingForm(BaseModel):
    """Whom a code is to sign in; nobody, where newcomers are to join with it."""

    member_id: UUID | None = None


class JoinForm(BaseModel):
    """What somebody enters after scanning a joining code."""

    name: PersonName
    confirmed: bool = False


class LanguageForm(BaseModel):
    language: Literal["en", "zh-Hans"]
    next: str = ""
