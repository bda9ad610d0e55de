"""The picture of an address, and whether a code still lets anybody in."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageOps

from app.accounts.joining import Closed, Picture, is_taken, pasted_code, picture_of, why_closed

NOON = datetime(2026, 10, 16, 12, tzinfo=UTC)
ADDRESS = "https://leads.kogyo.example/join/3q2-7wAbCdEfGhIjKlMnOg"


@dataclass
class Code:
    role: str = "booth"
    member_id: UUID | None = None
    single_use: bool = False
    uses: int = 0
    expires_at: datetime = NOON + timedelta(hours=1)
    revoked_at: datetime | None = None


@dataclass
class Person:
    role: str = "booth"
    left_at: datetime | None = None


def _drawn(picture: Picture, scale: int = 4) -> Image.Image:
    """The picture as a browser draws it, in a white frame."""
    drawn = Image.new("L", (picture.size * scale, picture.size * scale), 255)
    pen = ImageDraw.Draw(drawn)
    for bar in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", picture.path):
        x, y, width = (int(number) * scale for number in bar)
        pen.rectangle((x, y, x + width - 1, y + scale - 1), fill=0)
    return ImageOps.expand(drawn, 2 * scale, fill=255)


def test_a_phone_reads_the_address_off_the_picture() -> None:
    [read] = zxingcpp.read_barcodes(_drawn(picture_of(ADDRESS)))

    assert read.text == ADDRESS


def test_the_picture_is_nothing_but_bars() -> None:
    assert re.fullmatch(r"(M\d+ \d+h\d+v1h-\d+z)+", picture_of(ADDRESS).path)


@pytest.mark.parametrize(
    ("code", "closed"),
    [
        (None, Closed.UNKNOWN),
        (Code(), None),
        (Code(uses=40), None),
        (Code(single_use=True), None),
        (Code(single_use=True, uses=1), Closed.USED),
        (Code(expires_at=NOON), Closed.EXPIRED),
        (Code(expires_at=NOON + timedelta(seconds=1)), None),
        (Code(revoked_at=NOON), Closed.REVOKED),
    ],
)
def test_a_code_says_why_it_lets_nobody_in(code: Code | None, closed: Closed | None) -> None:
    assert why_closed(code, NOON) == closed


@pytest.mark.parametrize(
    ("member", "closed"),
    [
        (Person(), None),
        (Person(role="manager"), Closed.OUTDATED),
        (Person(left_at=NOON), Closed.OUTDATED),
        (None, Closed.OUTDATED),
    ],
)
def test_a_code_for_a_member_signs_in_whom_it_was_made_for_and_nobody_else(
    member: Person | None, closed: Closed | None
) -> None:
    code = Code(member_id=UUID(int=13), single_use=True)

    assert why_closed(code, NOON, member) == closed


@pytest.mark.parametrize("name", ["Sam Okafor", "sam okafor", " SAM  OKAFOR ", "Sám Okafor"])
def test_a_name_is_taken_however_it_is_written(name: str) -> None:
    assert is_taken(name, ["Mei Chen", "Sam Okafor"])


def test_a_name_with_more_to_it_is_not_taken() -> None:
    assert not is_taken("Sam O.", ["Sam Okafor", "Sam"])


@given(st.text(min_size=1), st.lists(st.text()))
def test_every_name_is_taken_by_itself(name: str, others: list[str]) -> None:
    assert is_taken(name, [*others, name])


@pytest.mark.parametrize(
    ("pasted", "code"),
    [
        (ADDRESS, "3q2-7wAbCdEfGhIjKlMnOg"),
        (f"  {ADDRESS}/?here=1\n", "3q2-7wAbCdEfGhIjKlMnOg"),
        ("3q2-7wAbCdEfGhIjKlMnOg", "3q2-7wAbCdEfGhIjKlMnOg"),
        ("https://leads.kogyo.example", ""),
        ("https://leads.kogyo.example/join/", ""),
        ("http://[/join/../leads", ""),
        ("two words", ""),
        ("", ""),
    ],
)
def test_a_code_is_found_in_what_somebody_pasted(pasted: str, code: str) -> None:
    assert pasted_code(pasted) == code
