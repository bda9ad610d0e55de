"""Loading the demo show, and taking it away again."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.models import Exhibitor, Member
from app.accounts.roles import Role
from app.capture.arrival import Arrival, understood
from app.capture.batch import Sent, read_batch
from app.capture.queries import setting_of
from app.capture.service import record
from app.capture.setting import Setting
from app.consent.queries import wording_of_show
from app.db import metadata
from app.demo.people import STAFF
from app.demo.queries import captures_of_show, demo_members, demo_show, leads_met_at
from app.demo.script import CLOSES, DAYS, OPENS, Scene, Stage, scenes
from app.kit.clock import now
from app.kit.ids import new_id
from app.leads.queries import leads_with_ids
from app.qualifiers.queries import qualifiers_of_show
from app.shows.days import zone_named
from app.shows.forms import ShowForm
from app.shows.models import Product, Show
from app.shows.queries import chips_of_show, products_of_show
from app.showsetup.service import set_up_show
from app.tagging.service import retag

ZONE = "Asia/Shanghai"
PRODUCTS = ("XT-200 filling line", "XT-300 filling line", "LabelPro 5", "Service contract")
AT_ONCE = 100


def found_demo_exhibitor(session: Session, language: str) -> Member:
    """Where nothing is set up yet: an exhibitor to try things with. Its owner has no password."""
    exhibitor = Exhibitor(name="Yuexiu Machinery", country="CN", is_demo=True)
    session.add(exhibitor)
    session.flush()  # the owner's row refers to it
    owner = Member(
        exhibitor_id=exhibitor.id, name="Li Wei", role=Role.OWNER, is_demo=True, language=language
    )
    session.add(owner)
    session.flush()  # a sign-in will refer to it
    return owner


def load_demo(session: Session, actor: Actor, language: str) -> Show:
    """A show that ends today, eight members, and about 400 leads met by them."""
    present = now()
    show = _demo_show(session, actor, language, present)
    staff = [
        Member(exhibitor_id=actor.exhibitor_id, name=name, role=role, is_demo=True)
        for name, role in STAFF
    ]
    session.add_all(staff)
    session.flush()  # captures refer to them
    stage = _stage(session, actor, show, [member.id for member in staff], present)
    setting = setting_of(session, actor)
    arrivals = [_arrival(scene, actor, setting) for scene in scenes(stage, _ids())]
    for start in range(0, len(arrivals), AT_ONCE):
        record(session.connection(), arrivals[start : start + AT_ONCE])
    return show


def _demo_show(session: Session, actor: Actor, language: str, present: datetime) -> Show:
    today = present.astimezone(zone_named(ZONE)).date()
    form = ShowForm(
        name="Pearl River Packaging Expo",
        venue="Pazhou Complex, Hall 8.1",
        city="Guangzhou",
        country="CN",
        starts_on=today - timedelta(days=DAYS - 1),
        ends_on=today,
        time_zone=ZONE,
        booth="8.1 B12",
        goal=450,
    )
    show = set_up_show(session, actor, form, language)
    show.is_demo = True
    if not products_of_show(session, actor, show):
        for place, name in enumerate(PRODUCTS):
            session.add(
                Product(exhibitor_id=actor.exhibitor_id, show_id=show.id, name=name, position=place)
            )
    session.flush()  # captures refer to the products
    return show


def _stage(
    session: Session, actor: Actor, show: Show, staff: list[UUID], present: datetime
) -> Stage:
    zone = zone_named(show.time_zone)
    wording = wording_of_show(session, actor, show)
    assert wording
    return Stage(
        show_id=show.id,
        staff=staff,
        chips={chip.kind: str(chip.id) for chip in chips_of_show(session, actor, show)},
        products=[product.id for product in products_of_show(session, actor, show)],
        wording_id=wording.id,
        questions={
            question.id: question.options
            for question in qualifiers_of_show(session, actor, show)
            if question.kind == "single"
        },
        opened_at=datetime.combine(show.starts_on, OPENS, zone),
        ends_at=min(present, datetime.combine(show.ends_on, CLOSES, zone)),
    )


def _ids() -> Iterator[UUID]:
    while True:
        yield new_id()


def _arrival(scene: Scene, actor: Actor, setting: Setting) -> Arrival:
    """Through the same door as every phone's capture."""
    body = json.dumps({"device_time": scene.at.isoformat(), "captures": [scene.body]}).encode()
    (sent,) = read_batch(body)[1]
    assert isinstance(sent, Sent), sent
    return understood(sent, actor, setting, received_at=scene.at, skew=timedelta(0))


def remove_demo(session: Session, actor: Actor) -> bool:
    """Take the demo show away; True when the whole exhibitor was a demo and went with it."""
    exhibitor = session.get_one(Exhibitor, actor.exhibitor_id)
    if exhibitor.is_demo:
        for table in reversed(metadata.sorted_tables):
            if "exhibitor_id" in table.c:
                session.execute(delete(table).where(table.c.exhibitor_id == exhibitor.id))
        session.delete(exhibitor)
        return True
    if show := demo_show(session, actor):
        _remove_show(session, actor, show)
    for member in demo_members(session, actor):
        member.left_at = now()
        session.add(member)
    return False


def _remove_show(session: Session, actor: Actor, show: Show) -> None:
    only_here, elsewhere_too = leads_met_at(session, actor, show)
    captured = [capture.id for capture in captures_of_show(session, actor, show)]
    gone = {
        "lead_id": only_here,
        "other_id": only_here,
        "kept_id": only_here,
        "gone_id": only_here,
        "capture_id": captured,
        "show_id": [show.id],
    }
    for table in reversed(metadata.sorted_tables):
        for column, ids in gone.items():
            if column in table.c:
                session.execute(delete(table).where(table.c[column].in_(ids)))
        if table.name == "lead":
            session.execute(delete(table).where(table.c.id.in_(only_here)))
    session.delete(show)
    session.flush()  # the ledger is read back without the demo
    for lead in leads_with_ids(session, actor, elsewhere_too):
        retag(session, actor, lead)
