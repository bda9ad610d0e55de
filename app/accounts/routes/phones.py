"""/join-codes: the codes that let phones in; /devices: signing one out."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from app.accounts.actor import Actor
from app.accounts.addresses import door_of, opens_on_phones
from app.accounts.current import (
    CurrentActor,
    CurrentSettings,
    Inviter,
    MemberToPair,
    NamedDevice,
    NamedJoinCode,
)
from app.accounts.forms import JoinCodeForm
from app.accounts.joining import Picture, picture_of
from app.accounts.models import JoinCode, Member
from app.accounts.queries import open_join_codes
from app.accounts.refusal import Refused
from app.accounts.roles import Role, roles_to_join_with
from app.accounts.service import invite, new_secret, revoke_code, revoke_device, start_pairing
from app.config import Settings
from app.db import Database
from app.kit.clock import now
from app.web.forms import Bound, bind, filled
from app.web.language import N_
from app.web.page import Page, Renderer
from app.web.session import CurrentDatabase, DbSession

router = APIRouter()

SentJoinCode = Annotated[Bound[JoinCodeForm], Depends(bind(JoinCodeForm))]


@dataclass(frozen=True, slots=True)
class FreshCode:
    """A code that was made just now: the only time its address is known."""

    code: JoinCode
    address: str
    picture: Picture
    opens_on_phones: bool
    door: str  # where a phone learns to trust this server, in LAN mode
    door_picture: Picture | None


@router.get("/join-codes")
def list_join_codes(
    page: Page, actor: Inviter, database: CurrentDatabase, settings: CurrentSettings
) -> Response:
    form = filled(role=Role.BOOTH, hours=settings.join_code_hours)
    return _phones(page, actor, database, form)


@router.post("/join-codes")
def create_join_code(
    page: Page,
    actor: CurrentActor,
    member: MemberToPair,
    *,
    database: CurrentDatabase,
    settings: CurrentSettings,
    form: SentJoinCode,
) -> Response:
    if member:
        return _pairing(page, actor, member, database, settings)
    if form.value is None:
        return _phones(page, actor, database, form, status=422)
    try:
        with database.writing() as session:
            code, secret = invite(session, actor, form.value)
    except Refused as problem:
        refused = form.with_error(problem.field, page.say(problem.message))
        return _phones(page, actor, database, refused, status=422)
    return _phones(page, actor, database, form, fresh=_fresh(page, settings, code, secret))


@router.post("/join-codes/{code_id}/revocation")
def create_code_revocation(page: Page, code: NamedJoinCode, session: DbSession) -> Response:
    revoke_code(session, code)
    stopped = page.say(N_("Nobody can join with this code any more."))
    return page.redirect("list_join_codes", notice=stopped)


@router.post("/devices/{device_id}/revocation")
def create_device_revocation(page: Page, device: NamedDevice, session: DbSession) -> Response:
    revoke_device(session, device)
    signed_out = N_("This phone is signed out. What it holds it may still hand in, for a week.")
    return page.redirect("list_devices", notice=page.say(signed_out))


def _pairing(
    page: Renderer, actor: Actor, member: Member, database: Database, settings: Settings
) -> Response:
    with database.writing() as session:
        code, secret = start_pairing(session, actor, member)
    fresh = _fresh(page, settings, code, secret)
    return page("accounts/pairing.html", nav="more", member=member, fresh=fresh)


def _fresh(page: Renderer, settings: Settings, code: JoinCode, secret: str) -> FreshCode:
    path = page.request.app.url_path_for("new_member_by_code", code=secret)
    address = settings.origin + path
    door = door_of(settings.origin, settings.lan_door_port) if settings.lan else ""
    return FreshCode(
        code=code,
        address=address,
        picture=picture_of(address),
        opens_on_phones=opens_on_phones(settings.origin),
        door=door,
        door_picture=picture_of(door) if door else None,
    )


def _phones(
    page: Renderer,
    actor: Actor,
    database: Database,
    form: Bound[Any],
    *,
    fresh: FreshCode | None = None,
    status: int = 200,
) -> Response:
    with database.reading() as session:
        codes = open_join_codes(session, actor, now())
    roles = roles_to_join_with(actor.role)
    return page(
        "accounts/phones.html", status=status, nav="more", form=form,
        roles=roles, fresh=fresh, codes=codes, member=None, once=new_secret(),
    )  # fmt: skip
