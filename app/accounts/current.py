"""Who is asking, and about whom: dependencies for handlers."""

from collections.abc import Awaitable, Callable, Collection
from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from app.accounts import queries
from app.accounts.actor import Actor
from app.accounts.addresses import is_insecure
from app.accounts.browser import device_name
from app.accounts.forms import PairingForm
from app.accounts.models import Device, ExhibitorSeal, JoinCode, Member
from app.accounts.roles import Permission, Role
from app.accounts.secrets import hashed_token
from app.accounts.service import make_seal, note_seen
from app.config import Settings
from app.db import Database, Lookup
from app.kit.clock import now
from app.web.errors import NotAllowed, NotFound, SignInNeeded
from app.web.forms import Bound, bind
from app.web.session import CurrentDatabase, DbSession, database_of

COOKIE = "sign_in"
MADE_FOR = "exhibitor"  # a header
SEEN_ANEW_AFTER = timedelta(minutes=10)  # seeing is written down, but not at every request


async def possible_actor(request: Request) -> Actor | None:
    """The member signed in on this browser, if any."""
    token = request.cookies.get(COOKIE) or bearer_token(request)
    if not token:
        return None
    sign_ins: Lookup[str, Actor] = request.app.state.sign_ins
    actor = await sign_ins.find(hashed_token(token))
    request.state.actor = actor
    if actor and actor.seen_at and now() - actor.seen_at > SEEN_ANEW_AFTER:
        await run_in_threadpool(_keep_seen, database_of(request), actor)
    return actor


def sign_ins_of(database: Database) -> Lookup[str, Actor]:
    """Who holds a token, asked of the database for all requests of a moment at once."""

    def signed_in(token_hashes: Collection[str]) -> dict[str, Actor]:
        with database.engine.connect() as connection:
            return queries.actors_signed_in(connection, token_hashes, now())

    return Lookup(signed_in)


def bearer_token(request: Request) -> str:
    """The token of a script, as `showfloor token` made it (RFC 6750)."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _keep_seen(database: Database, actor: Actor) -> None:
    with database.writing() as session:
        note_seen(session, actor)


async def current_actor(actor: Annotated[Actor | None, Depends(possible_actor)]) -> Actor:
    if actor is None:
        raise SignInNeeded
    return actor


async def possible_sender(
    request: Request, actor: Annotated[Actor | None, Depends(possible_actor)]
) -> Actor | None:
    """The member signed in; or a phone that was signed out and may hand in what it holds."""
    return actor or await run_in_threadpool(_actor_handing_in, request)


def _actor_handing_in(request: Request) -> Actor | None:
    token = request.cookies.get(COOKIE)
    if not token:
        return None
    with database_of(request).reading() as session:
        return queries.actor_handing_in(session, hashed_token(token), now())


async def current_sender(
    request: Request, sender: Annotated[Actor | None, Depends(possible_sender)]
) -> Actor:
    """Who may send what waits on the phone. A page that is older than the sign-in says for whom
    it was made: captures never go to another exhibitor than theirs.
    """
    if sender is None or request.headers.get(MADE_FOR) not in (None, str(sender.exhibitor_id)):
        raise SignInNeeded
    if not sender.can(Permission.CAPTURE):
        raise NotAllowed
    return sender


async def sender_of(request: Request) -> Actor:
    """The same for a handler without dependencies. Raises SignInNeeded, NotAllowed."""
    actor = await possible_actor(request)
    return await current_sender(request, await possible_sender(request, actor))


PossibleActor = Annotated[Actor | None, Depends(possible_actor)]
CurrentActor = Annotated[Actor, Depends(current_actor)]
PossibleSender = Annotated[Actor | None, Depends(possible_sender)]
Sender = Annotated[Actor, Depends(current_sender)]


def allowed(permission: Permission) -> Callable[[Actor], Awaitable[Actor]]:
    """A dependency for who is asking, where their role has the permission; 403 otherwise."""

    async def actor_allowed(actor: CurrentActor) -> Actor:
        if not actor.can(permission):
            raise NotAllowed
        return actor

    return actor_allowed


Capturer = Annotated[Actor, Depends(allowed(Permission.CAPTURE))]
LeadReader = Annotated[Actor, Depends(allowed(Permission.SEE_LEADS))]
LeadEditor = Annotated[Actor, Depends(allowed(Permission.EDIT_LEADS))]
LeadMerger = Annotated[Actor, Depends(allowed(Permission.MERGE_LEADS))]
LeadExporter = Annotated[Actor, Depends(allowed(Permission.EXPORT_LEADS))]
ShowKeeper = Annotated[Actor, Depends(allowed(Permission.SET_UP_SHOWS))]
Inviter = Annotated[Actor, Depends(allowed(Permission.INVITE))]


def current_seal(actor: Capturer, database: CurrentDatabase) -> ExhibitorSeal:
    """The exhibitor's seal, made where nobody has needed it before."""
    with database.reading() as session:
        seal = queries.seal_of(session, actor)
    if seal is None:
        with database.writing() as session:
            make_seal(session, actor.exhibitor_id)
            seal = queries.seal_of(session, actor)
    assert seal is not None
    return seal


CurrentSeal = Annotated[ExhibitorSeal, Depends(current_seal)]


def named_member(member_id: UUID, actor: Inviter, database: CurrentDatabase) -> Member:
    """The member in the address, to be changed; an owner only by an owner."""
    with database.reading() as session:
        member = queries.member_with_id(session, actor, member_id)
    if member is None or member.left_at:
        raise NotFound
    return _touchable(member, actor)


def member_to_pair(
    sent: Annotated[Bound[PairingForm], Depends(bind(PairingForm))],
    actor: CurrentActor,
    database: CurrentDatabase,
) -> Member | None:
    """Whom a code asked for is to sign in: oneself, or somebody one may change; or newcomers."""
    chosen = sent.value and sent.value.member_id
    if chosen != actor.member_id and not actor.can(Permission.INVITE):
        raise NotAllowed
    if sent.value is None:
        raise NotFound
    return named_member(chosen, actor, database) if chosen else None


def named_device(device_id: UUID, actor: Inviter, session: DbSession) -> Device:
    """The device in the address, to be revoked; an owner's only by an owner."""
    device = queries.device_with_id(session, actor, device_id)
    if device is None:
        raise NotFound
    if member := queries.member_with_id(session, actor, device.member_id):
        _touchable(member, actor)
    return device


def named_join_code(code_id: UUID, actor: Inviter, session: DbSession) -> JoinCode:
    if code := queries.join_code_with_id(session, actor, code_id):
        return code
    raise NotFound


def _touchable(member: Member, actor: Actor) -> Member:
    if member.role == Role.OWNER and not actor.can(Permission.MANAGE_OWNERS):
        raise NotAllowed
    return member


NamedMember = Annotated[Member, Depends(named_member)]
MemberToPair = Annotated[Member | None, Depends(member_to_pair)]
NamedDevice = Annotated[Device, Depends(named_device)]
NamedJoinCode = Annotated[JoinCode, Depends(named_join_code)]


def settings_of(request: Request) -> Settings:
    chosen: Settings = request.app.state.settings
    return chosen


CurrentSettings = Annotated[Settings, Depends(settings_of)]


def insecure(request: Request) -> bool:
    """Whether this browser would throw a sign-in away at once."""
    trusts = "sec-fetch-mode" in request.headers
    return is_insecure(request.url.scheme, request.url.hostname or "", browser_trusts=trusts)


def device_name_of(request: Request) -> str:
    return device_name(request.headers.get("user-agent", ""))


Insecure = Annotated[bool, Depends(insecure)]
DeviceName = Annotated[str, Depends(device_name_of)]


def keep_signed_in(response: Response, token: str, days: int) -> Response:
    response.set_cookie(
        COOKIE, token, max_age=days * 86400, httponly=True, secure=True, samesite="lax", path="/"
    )
    return response


def forget_sign_in(response: Response) -> Response:
    response.delete_cookie(COOKIE, httponly=True, secure=True, samesite="lax", path="/")
    return response
