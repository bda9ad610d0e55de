"""Named people for every test: two exhibitors, their members, and a show.

Kogyo exhibits at Canton 2026: Hana owns, Mei manages, Sam works the booth, Lin sells.
Brightline is the outsider: Olu owns it and must never see anything of Kogyo's.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from app.accounts.actor import Actor
from app.accounts.models import Device, Exhibitor, Member, SignIn
from app.accounts.roles import Role
from app.accounts.secrets import hashed_password, hashed_token
from app.consent.models import ConsentWording
from app.consent.wording import FIRST_WORDING
from app.db import Database
from app.kit.clock import now
from app.qualifiers.models import Qualifier
from app.shows.kinds import FIRST_CHIPS
from app.shows.models import Chip, Product, Show

PASSWORD = "correct horse battery"


@dataclass(frozen=True, slots=True)
class Person:
    """One of the cast. `token` is what their browser's cookie carries."""

    name: str
    role: Role
    exhibitor_id: UUID
    member_id: UUID
    device_id: UUID
    email: str | None

    @property
    def token(self) -> str:
        return f"token of {self.name}"

    @property
    def actor(self) -> Actor:
        """The person as a request would know them, for tests that call a service."""
        return Actor(
            exhibitor_id=self.exhibitor_id,
            member_id=self.member_id,
            device_id=self.device_id,
            sign_in_id=self.device_id,
            name=self.name,
            role=self.role,
        )


def _id(number: int) -> UUID:
    return UUID(int=(0x01A00000_0000_7000_8000_000000000000) + number)


KOGYO, BRIGHTLINE = _id(1), _id(2)
HANA = Person("Hana Sato", Role.OWNER, KOGYO, _id(11), _id(21), "hana@kogyo.example")
MEI = Person("Mei Chen", Role.MANAGER, KOGYO, _id(12), _id(22), "mei@kogyo.example")
SAM = Person("Sam Okafor", Role.BOOTH, KOGYO, _id(13), _id(23), None)
LIN = Person("Lin Wei", Role.SALES, KOGYO, _id(14), _id(24), "lin@kogyo.example")
OLU = Person("Olu Ade", Role.OWNER, BRIGHTLINE, _id(15), _id(25), "olu@brightline.example")
PEOPLE = (HANA, MEI, SAM, LIN, OLU)

CANTON = _id(31)
MUNICH = _id(32)  # Brightline's
STARTS_ON = date(2026, 10, 15)
SECOND_DAY = datetime(2026, 10, 16, 2, 30, tzinfo=UTC)  # 10:30 in Guangzhou
CHIPS = {kind: _id(40 + place) for place, kind in enumerate(FIRST_CHIPS)}
XT200, XT300 = _id(51), _id(52)
ROLE_QUESTION, BUDGET_QUESTION = _id(61), _id(62)
WORDING = _id(71)


def play(database: Database) -> None:
    """Put everybody on the stage."""
    with database.writing() as session:
        session.add(Exhibitor(id=KOGYO, name="Kogyo Machines", country="JP"))
        session.add(Exhibitor(id=BRIGHTLINE, name="Brightline", country="GB"))
        session.flush()
        hashed = hashed_password(PASSWORD)
        for person in PEOPLE:
            session.add(
                Member(
                    id=person.member_id,
                    exhibitor_id=person.exhibitor_id,
                    name=person.name,
                    role=person.role,
                    email=person.email,
                    password_hash=hashed if person.email else None,
                )
            )
        session.flush()
        for person in PEOPLE:
            session.add(
                Device(
                    id=person.device_id,
                    exhibitor_id=person.exhibitor_id,
                    member_id=person.member_id,
                    name="Phone",
                )
            )
        session.flush()
        for person in PEOPLE:
            session.add(
                SignIn(
                    exhibitor_id=person.exhibitor_id,
                    member_id=person.member_id,
                    device_id=person.device_id,
                    token_hash=hashed_token(person.token),
                    expires_at=now() + timedelta(days=1),
                )
            )
        _shows(session)


def _shows(session) -> None:  # type: ignore[no-untyped-def]
    session.add(
        Show(
            id=CANTON,
            exhibitor_id=KOGYO,
            name="Canton 2026",
            venue="Pazhou Complex",
            city="Guangzhou",
            country="CN",
            starts_on=STARTS_ON,
            ends_on=STARTS_ON + timedelta(days=4),
            time_zone="Asia/Shanghai",
            booth="8.1 B12",
            goal=180,
        )
    )
    session.add(
        Show(
            id=MUNICH,
            exhibitor_id=BRIGHTLINE,
            name="Munich 2026",
            starts_on=STARTS_ON,
            ends_on=STARTS_ON + timedelta(days=2),
            time_zone="Europe/Berlin",
        )
    )
    session.flush()
    _what_canton_asks(session)


def _what_canton_asks(session) -> None:  # type: ignore[no-untyped-def]
    for place, kind in enumerate(FIRST_CHIPS):
        session.add(
            Chip(id=CHIPS[kind], exhibitor_id=KOGYO, show_id=CANTON, kind=kind, position=place)
        )
    session.add(Product(id=XT200, exhibitor_id=KOGYO, show_id=CANTON, name="XT-200", position=0))
    session.add(Product(id=XT300, exhibitor_id=KOGYO, show_id=CANTON, name="XT-300", position=1))
    session.add(
        Qualifier(
            id=ROLE_QUESTION,
            exhibitor_id=KOGYO,
            show_id=CANTON,
            question="Role in the purchase",
            kind="single",
            options=["Decides", "Advises", "Uses it"],
        )
    )
    session.add(
        Qualifier(
            id=BUDGET_QUESTION,
            exhibitor_id=KOGYO,
            show_id=CANTON,
            question="Budget in USD",
            kind="number",
            position=1,
        )
    )
    session.add(
        ConsentWording(
            id=WORDING,
            exhibitor_id=KOGYO,
            show_id=CANTON,
            text_en=FIRST_WORDING["en"],
            text_zh=FIRST_WORDING["zh-Hans"],
        )
    )
