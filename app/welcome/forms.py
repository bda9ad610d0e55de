"""What arrives on the first visit."""

from typing import Annotated

from pydantic import AfterValidator, Field

from app.accounts.forms import Email, PersonName, new_password, on_one_line
from app.shows.forms import ShowForm


class SetupForm(ShowForm):
    """The exhibitor, its owner and its first show, on one page."""

    company: Annotated[str, AfterValidator(on_one_line), Field(min_length=1, max_length=120)]
    home_country: str = Field("", pattern=r"^([A-Z]{2})?$")
    owner: PersonName
    email: Annotated[Email, Field(min_length=1)]
    password: Annotated[str, AfterValidator(new_password), Field(min_length=1)]

    @property
    def show(self) -> ShowForm:
        return ShowForm(**self.model_dump(include=set(ShowForm.model_fields)))
