"""Who is at the booth in a simulation: an exhibitor of its own, a show, members signed in."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.accounts.models import Exhibitor, Member, SignIn
from app.accounts.secrets import hashed_token
from app.accounts.service import sign_in
from app.db import Database
from app.kit.clock import now
from app.shows.days import local_day
from app.shows.models import Chip, Product, Show

ZONE = "Asia/Shanghai"
CHIPS = ("demo", "brochure")
Frame = dict[str, Any]


def stage(database: Database, members: int) -> Frame:
    """A new exhibitor with a show that runs today; the tokens of a manager and of `members`."""
    with database.writing() as session:
        exhibitor = _kept(session, Exhibitor(name="Kogyo"))
        show = _kept(session, _show(exhibitor.id))
        chips = [_kept(session, _chip(show, kind, at)) for at, kind in enumerate(CHIPS)]
        product = _kept(session, _product(show))
        manager = _kept(session, Member(exhibitor_id=exhibitor.id, name="Mei Chen", role="manager"))
        staff = [
            _kept(session, Member(exhibitor_id=exhibitor.id, name=f"Sam {place}", role="booth"))
            for place in range(members)
        ]
        return {
            "exhibitor_id": str(exhibitor.id),
            "show_id": str(show.id),
            "chips": [{"kind": chip.kind, "id": str(chip.id)} for chip in chips],
            "product_id": str(product.id),
            "manager": sign_in(session, manager, device_name="Desk", days=30),
            "members": [
                {
                    "id": str(member.id),
                    "token": sign_in(session, member, device_name="Phone", days=30),
                }
                for member in staff
            ],
        }


def expire(database: Database, token: str) -> Frame:
    """A sign-in ends in the middle of things."""
    ended = update(SignIn).where(col(SignIn.token_hash) == hashed_token(token))
    with database.writing() as session:
        session.execute(ended.values(expires_at=now() - timedelta(seconds=1)))
    return {}


def sign_in_again(database: Database, member_id: str) -> Frame:
    with database.writing() as session:
        member = session.exec(select(Member).where(Member.id == UUID(member_id))).one()
        return {"token": sign_in(session, member, device_name="Phone", days=30)}


def _kept(session: Session, row: Any) -> Any:
    session.add(row)
    session.flush()
    return row


def _show(exhibitor_id: UUID) -> Show:
    today = local_day(now(), ZONE)
    return Show(
        exhibitor_id=exhibitor_id,
        name="Canton",
        starts_on=today - timedelta(days=1),
        ends_on=today + timedelta(days=2),
        time_zone=ZONE,
        country="CN",
    )


def _chip(show: Show, kind: str, place: int) -> Chip:
    return Chip(exhibitor_id=show.exhibitor_id, show_id=show.id, kind=kind, position=place)


def _product(show: Show) -> Product:
    return Product(exhibitor_id=show.exhibitor_id, show_id=show.id, name="XT-200")
