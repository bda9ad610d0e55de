"""Whatever a badge holds, it is stored: on both databases."""

from collections.abc import Callable
from random import Random

from sqlmodel import select
from starlette.testclient import TestClient

from app.capture.models import Capture
from app.db import Database
from tests import cast
from tests.cast import Person
from tests.phone import capture, sync

SHAPES = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:%s\r\nORG:%s\r\nTEL:%s\r\nEMAIL:%s@a.example\r\nUID:%s",
    b"MECARD:N:%s,%s;ORG:%s;EMAIL:%s;UID:%s;;",
    b'{"name": "%s", "company": "%s", "id": "%s", "email": "%s", "phone": "%s"}',
    b"%s|%s|%s|%s|%s",
    b"https://expo.example/%s?name=%s&company=%s&id=%s&t=%s",
)


def noise(random: Random) -> bytes:
    length = random.randrange(40)
    return bytes(random.choice((0, 0xC3, 0xFF, 0xD8, 10, 34, 59, 65)) for _ in range(length))


def test_hostile_fields_in_every_kind_of_badge_are_stored(
    browser_of: Callable[[Person], TestClient], database: Database
) -> None:
    random, phone = Random(7), browser_of(cast.SAM)
    payloads = [
        shape % tuple(noise(random) for _ in range(5)) for shape in SHAPES for _ in range(20)
    ]

    verdicts = [
        verdict
        for start in (0, 50)
        for verdict in sync(phone, *(capture(each) for each in payloads[start : start + 50]))
    ]

    assert {verdict["verdict"] for verdict in verdicts} <= {"recorded", "parked"}
    with database.reading() as session:
        stored = {row.payload for row in session.exec(select(Capture))}
    assert stored == set(payloads)
