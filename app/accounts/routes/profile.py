"""/profile: what members say about themselves."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from app.accounts.actor import Actor
from app.accounts.current import CurrentActor, CurrentSettings
from app.accounts.forms import ProfileForm
from app.accounts.models import Member
from app.accounts.queries import member_with_id
from app.accounts.refusal import Refused, TooManyTries
from app.accounts.routes.proof import is_proven
from app.accounts.secrets import hashed_password
from app.accounts.service import change_profile, forget_tries
from app.accounts.throttle import password_subjects
from app.db import Database
from app.web.errors import NotFound
from app.web.forms import Bound, bind, filled
from app.web.language import N_
from app.web.page import Page, Renderer
from app.web.session import CurrentDatabase

router = APIRouter()

SentProfile = Annotated[Bound[ProfileForm], Depends(bind(ProfileForm))]


@router.get("/profile")
def show_profile(page: Page, actor: CurrentActor, database: CurrentDatabase) -> Response:
    member = _myself(database, actor)
    present = filled(name=member.name, email=member.email, language=member.language or "")
    return _shown(page, member, present)


@router.post("/profile")
def update_profile(
    page: Page,
    actor: CurrentActor,
    database: CurrentDatabase,
    settings: CurrentSettings,
    form: SentProfile,
) -> Response:
    member = _myself(database, actor)
    if form.value is None:
        return _shown(page, member, form, status=422)
    new = form.value.new_password
    try:
        _prove(database, member, form.value, settings.sign_in_tries)
        password_hash = hashed_password(new) if new else None
        with database.writing() as session:
            change_profile(session, actor, form.value, password_hash)
    except Refused as problem:
        return _refused(page, member, form, problem)
    page.request.state.actor = replace(actor, language=form.value.language or None)
    return page.redirect("show_more", notice=page.say(N_("Saved.")))


def _myself(database: Database, actor: Actor) -> Member:
    with database.reading() as session:
        member = member_with_id(session, actor, actor.member_id)
    if member is None:
        raise NotFound
    return member


def _prove(database: Database, member: Member, form: ProfileForm, tries: int) -> None:
    """Whoever finds an unlocked phone shall not take over how its member signs in."""
    changes = form.new_password or form.email != (member.email or "")
    if not changes or member.password_hash is None:
        return
    subjects = password_subjects(member.id, tries)
    if not is_proven(database, form.password, member.password_hash, subjects):
        raise Refused("password", N_("This is not your present password."))
    with database.writing() as session:
        forget_tries(session, subjects)


def _refused(page: Renderer, member: Member, form: Bound[Any], problem: Refused) -> Response:
    refused = form.with_error(problem.field, page.say(problem.message))
    if isinstance(problem, TooManyTries):
        return _shown(page, member, refused, status=429, free_at=problem.free_at)
    return _shown(page, member, refused, status=422)


def _shown(page: Renderer, member: Member, form: Bound[Any], **context: Any) -> Response:
    values = {"nav": "more", "member": member, "form": form, "free_at": None, **context}
    return page("accounts/profile.html", **values)
