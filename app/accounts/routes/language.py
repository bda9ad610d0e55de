"""/language: the language of this browser, and of the member signed in on it."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from app.accounts.addresses import own_path
from app.accounts.current import PossibleActor
from app.accounts.forms import LanguageForm
from app.accounts.queries import member_with_id
from app.web.errors import error_answer
from app.web.forms import Bound, bind
from app.web.language import COOKIE
from app.web.page import Page, redirect_to
from app.web.session import DbSession

router = APIRouter()

A_YEAR = 365 * 86400

SentLanguage = Annotated[Bound[LanguageForm], Depends(bind(LanguageForm))]


@router.post("/language")
def update_language(
    page: Page, actor: PossibleActor, form: SentLanguage, session: DbSession
) -> Response:
    if form.value is None:
        return error_answer(page.request, 400)
    if actor and (member := member_with_id(session, actor, actor.member_id)):
        member.language = form.value.language
        session.add(member)
        page.request.state.actor = replace(actor, language=member.language)
    answer = redirect_to(own_path(form.value.next) or "/")
    answer.set_cookie(
        COOKIE, form.value.language, max_age=A_YEAR, httponly=True, secure=True, samesite="lax"
    )
    return answer
