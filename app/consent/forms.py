"""What arrives when the wording of the consent is changed."""

from pydantic import BaseModel, Field

LONGEST = 1000


class WordingForm(BaseModel):
    """One question in both languages: whoever reads either agrees to the same."""

    text_en: str = Field(min_length=1, max_length=LONGEST)
    text_zh: str = Field(min_length=1, max_length=LONGEST)
