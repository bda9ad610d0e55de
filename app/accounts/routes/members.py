"""/members, /roles: who belongs to the exhibitor, and what each role may do."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from app.accounts.actor import Actor
from app.accounts.current import CurrentActor, Inviter, NamedMember, forget_sign_in
from app.accounts.forms import MemberForm
from app.accounts.models import Member
from app.accounts.queries import members_with_devices
from app.accounts.refusal import Refused
from app.accounts.roles import TABLE, Role, roles_to_give
from app.accounts.secrets import hashed_password
from app.accounts.service import add_member, change_member, depart
from app.web.forms import Bound, bind, filled
from app.web.language import N_
from app.web.page import Page, Renderer
from app.web.session import CurrentDatabase, DbSession

router = APIRouter()

SentMember = Annotated[Bound[MemberForm], Depends(bind(MemberForm))]


@router.get("/members")
def list_members(page: Page, actor: Inviter, session: DbSession) -> Response:
    return page("accounts/members.html", nav="more", members=members_with_devices(session, actor))


@router.get("/roles")
def list_roles(page: Page, _: CurrentActor) -> Response:
    return page("accounts/roles.html", nav="more", roles=list(Role), table=TABLE)


@router.get("/members/new")
def new_member(page: Page, actor: Inviter) -> Response:
    return _form(page, actor, filled(role=Role.BOOTH))


@router.post("/members")
def create_member(
    page: Page, actor: Inviter, database: CurrentDatabase, form: SentMember
) -> Response:
    if form.value is None:
        return _form(page, actor, form, status=422)
    password_hash = hashed_password(form.value.password) if form.value.password else None
    try:
        with database.writing() as session:
            member = add_member(session, actor, form.value, password_hash)
    except Refused as problem:
        return _form(page, actor, _refused(page, form, problem), status=422)
    added = page.say(N_("%(name)s is in the team."), name=member.name)
    return page.redirect("list_members", notice=added)


@router.get("/members/{member_id}/edit")
def edit_member(page: Page, actor: Inviter, member: NamedMember) -> Response:
    present = filled(name=member.name, role=member.role, email=member.email)
    return _form(page, actor, present, member)


@router.post("/members/{member_id}")
def update_member(
    page: Page, actor: Inviter, member: NamedMember, database: CurrentDatabase, form: SentMember
) -> Response:
    if form.value is None:
        return _form(page, actor, form, member, status=422)
    password_hash = hashed_password(form.value.password) if form.value.password else None
    try:
        with database.writing() as session:
            change_member(session, actor, member.id, form.value, password_hash)
    except Refused as problem:
        return _form(page, actor, _refused(page, form, problem), member, status=422)
    return page.redirect("list_members", notice=page.say(N_("Saved.")))


@router.post("/members/{member_id}/departure")
def create_departure(
    page: Page, actor: Inviter, member: NamedMember, database: CurrentDatabase
) -> Response:
    try:
        with database.writing() as session:
            depart(session, actor, member.id)
    except Refused as problem:
        present = filled(name=member.name, role=member.role, email=member.email)
        return _form(page, actor, _refused(page, present, problem), member, status=422)
    if member.id == actor.member_id:
        return forget_sign_in(page.redirect("new_sign_in"))
    gone = page.say(N_("%(name)s has left the team."), name=member.name)
    return page.redirect("list_members", notice=gone)


def _refused(page: Renderer, form: Bound[Any], problem: Refused) -> Bound[Any]:
    return form.with_error(problem.field, page.say(problem.message))


def _form(
    page: Renderer,
    actor: Actor,
    form: Bound[Any],
    member: Member | None = None,
    *,
    status: int = 200,
) -> Response:
    """The form of a new member, or of one that is there."""
    roles = roles_to_give(actor.role)
    return page(
        "accounts/member.html", status=status, nav="more", form=form, member=member, roles=roles
    )
