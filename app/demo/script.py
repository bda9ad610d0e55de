"""What happens at the demo show: captures as phones would send them."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from app.demo.people import Visitor, visitors

LEADS = 400
DAYS = 3
OPENS, CLOSES = time(9, 0), time(17, 30)

# How a meeting goes: how often, the rating, what happened.
MEETINGS: tuple[tuple[int, str | None, tuple[str, ...]], ...] = (
    (20, None, ()),
    (9, "cold", ()),
    (15, "cold", ("brochure",)),
    (8, "warm", ()),
    (14, "warm", ("brochure",)),
    (8, "warm", ("demo",)),
    (6, "warm", ("demo", "brochure")),
    (5, "warm", ("sample",)),
    (6, "hot", ("demo", "price")),
    (5, "hot", ("demo", "meeting_booked")),
    (4, "hot", ("price", "sample")),
)
STEPS = {
    "price": "Send quote",
    "sample": "Send sample",
    "demo": "Call back",
    "brochure": "Send brochure",
}


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the demo plays: ids of the show's own rows."""

    show_id: UUID
    staff: Sequence[UUID]
    chips: Mapping[str, str]
    products: Sequence[UUID]
    wording_id: UUID
    questions: Mapping[UUID, Sequence[str]]
    opened_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Scene:
    """One capture of the demo: who sends it, when, and its body."""

    member_id: UUID
    at: datetime
    body: dict[str, Any]


def scenes(stage: Stage, ids: Iterator[UUID], seed: int = 2026) -> list[Scene]:
    """All captures of the demo show in the order they happened. Same seed, same show."""
    random = Random(seed)  # noqa: S311  (a believable spread, not a secret)
    played = [
        scene
        for number, visitor in enumerate(visitors(random, LEADS))
        for scene in _meetings(random, stage, ids, number, visitor)
    ]
    return sorted(played, key=lambda scene: scene.at)


def _meetings(
    random: Random, stage: Stage, ids: Iterator[UUID], number: int, visitor: Visitor
) -> Iterator[Scene]:
    at = _moment(random, stage)
    badge = _badge(number, visitor)
    yield _scene(random, stage, visitor, capture_id=next(ids), at=at, badge=badge)
    if random.random() < 0.12 and at + timedelta(hours=3) < stage.ends_at:
        again = at + timedelta(minutes=random.randrange(70, 180))
        yield _scene(random, stage, visitor, capture_id=next(ids), at=again, badge=badge)


def _moment(random: Random, stage: Stage) -> datetime:
    """Some time in the opening hours, busier before and after lunch, and never to come."""
    while True:
        day = timedelta(days=random.randrange(DAYS))
        minutes = random.choice((random.gauss(120, 50), random.gauss(330, 70)))
        at = (
            stage.opened_at
            + day
            + timedelta(minutes=min(max(minutes, 0), 500), seconds=random.randrange(60))
        )
        if at < stage.ends_at:
            return at


def _scene(
    random: Random,
    stage: Stage,
    visitor: Visitor,
    *,
    capture_id: UUID,
    at: datetime,
    badge: tuple[str, str],
) -> Scene:
    payload, symbology = badge
    member = random.choice(stage.staff)
    rating, kinds = random.choices(
        [meeting[1:] for meeting in MEETINGS], [meeting[0] for meeting in MEETINGS]
    )[0]
    body = {
        "capture_id": str(capture_id),
        "show_id": str(stage.show_id),
        "member_id": str(member),
        "captured_at": at.isoformat(),
        "source": "camera",
        "symbology": symbology,
        "payload_b64": b64encode(payload.encode()).decode(),
        "rating": rating,
        "interactions": [{"kind": kind, "chip_id": stage.chips.get(kind)} for kind in kinds],
        "products": _some(random, stage.products) if kinds else [],
        "answers": _answers(random, stage) if rating == "hot" else {},
        "note": random.choice(visitor.crowd.notes) if kinds and random.random() < 0.6 else "",
        "next_step": _next_step(random, stage, kinds, at) if rating == "hot" else None,
        "consent": _consent(stage, visitor) if random.random() < 0.5 else None,
    }
    return Scene(member, at, body)


def _consent(stage: Stage, visitor: Visitor) -> dict[str, Any]:
    language = "zh-Hans" if visitor.crowd.language == "zh" else "en"
    return {"wording_id": str(stage.wording_id), "given": True, "language": language}


def _some(random: Random, products: Sequence[UUID]) -> list[str]:
    return [str(product) for product in random.sample(list(products), random.randrange(2))]


def _answers(random: Random, stage: Stage) -> dict[str, str]:
    return {str(question): random.choice(options) for question, options in stage.questions.items()}


def _next_step(random: Random, stage: Stage, kinds: Sequence[str], at: datetime) -> dict[str, Any]:
    kind = next(kind for kind in ("price", "sample", "demo", "brochure") if kind in kinds)
    due = (at + timedelta(days=random.randrange(1, 6))).date()
    return {
        "what": STEPS[kind],
        "owner_id": str(random.choice(stage.staff)),
        "due_on": due.isoformat(),
    }


def _badge(number: int, visitor: Visitor) -> tuple[str, str]:
    """Badges as different organisers print them."""
    badge_id = f"R{20260 + number:06d}"
    if number % 25 == 24:
        return badge_id, "code_128"
    if number % 5 == 3:
        person = f"N:{visitor.family},{visitor.given};ORG:{visitor.company};TITLE:{visitor.title}"
        ways = f"TEL:{visitor.phone};EMAIL:{visitor.email};UID:{badge_id}"
        return f"MECARD:{person};{ways};;", "qr_code"
    lines = (
        "BEGIN:VCARD", "VERSION:3.0",
        f"N:{visitor.family};{visitor.given};;;", f"FN:{visitor.name}",
        f"ORG:{visitor.company}", f"TITLE:{visitor.title}", f"TEL;TYPE=CELL:{visitor.phone}",
        f"EMAIL;TYPE=WORK:{visitor.email}", f"ADR;TYPE=WORK:;;;{visitor.city};;;{visitor.country}",
        f"UID:{badge_id}", "END:VCARD",
    )  # fmt: skip
    return "\r\n".join(lines), "qr_code" if number % 3 else "pdf417"
