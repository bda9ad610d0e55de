"""/devices: every phone with what it holds, one of them, and giving one up."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from app.accounts.current import Inviter, NamedDevice
from app.accounts.roles import Role
from app.booth.drain import drain_of
from app.booth.phone import Phone, by_trouble
from app.booth.queries import captures_after_sign_out, phone_with_id, phones
from app.booth.routes.reader import CurrentReader
from app.booth.service import give_up
from app.booth.words import drain_in_words, phone_line
from app.shows.queries import shows
from app.web.errors import NotFound
from app.web.language import N_
from app.web.page import Page
from app.web.session import DbSession

router = APIRouter()


def named_phone(device_id: UUID, actor: Inviter, session: DbSession) -> Phone:
    if phone := phone_with_id(session, actor, device_id):
        return phone
    raise NotFound


NamedPhone = Annotated[Phone, Depends(named_phone)]


@router.get("/devices")
def list_devices(page: Page, actor: Inviter, session: DbSession, reader: CurrentReader) -> Response:
    every = by_trouble(phones(session, actor, reader.now), reader.now)
    drain = drain_of(every, shows(session, actor), reader.now)
    lines = [phone_line(phone, reader) for phone in every]
    return page(
        "booth/phones.html", nav="more", drain=drain, summary=drain_in_words(drain, reader),
        paired=[line for line in lines if not line.phone.signed_out_at],
        signed_out=[line for line in lines if line.phone.signed_out_at],
    )  # fmt: skip


@router.get("/devices/handed-in")
def list_handed_in(
    page: Page, actor: Inviter, session: DbSession, reader: CurrentReader
) -> Response:
    """What phones handed in after they were signed out."""
    captures = captures_after_sign_out(session, actor)
    return page("booth/handed_in.html", nav="more", captures=captures, reader=reader)


@router.get("/devices/{device_id}")
def show_device(page: Page, actor: Inviter, phone: NamedPhone, reader: CurrentReader) -> Response:
    may_touch = phone.role != Role.OWNER or actor.can("manage_owners")
    line = phone_line(phone, reader)
    return page("booth/phone.html", nav="more", line=line, reader=reader, may_touch=may_touch)


@router.post("/devices/{device_id}/loss")
def create_loss(page: Page, actor: Inviter, device: NamedDevice, session: DbSession) -> Response:
    give_up(session, actor, device)
    given_up = page.say(N_("This phone is out for good and hands nothing in any more."))
    return page.redirect("list_devices", notice=given_up)
