"""What arrives on the first visit."""

from typing import Annotated

from pydantic import AfterValidator, Field

from app.accounts.forms import PersonName, email_address, new_password, on_one_line
from app.shows.forms import ShowForm


class SetupForm(ShowForm):
    """The exhibitor, its owner and its first show, on one page."""

    company: Annotated[str, Field(min_length=1, max_length=120), AfterValidator(on_one_line)]
    home_country: str = Field("", pattern=r"^([A-Z]{2})?$")
    owner: PersonName
    email: Annotated[str, Field(min_length=1, max_length=254), AfterValidator(email_address)]
    password: Annotated[str, Field(min_length=1), AfterValidator(new_password)]

    @property
    def show(self) -> ShowForm:
        return ShowForm(**self.model_dump(include=set(ShowForm.model_fields)))
