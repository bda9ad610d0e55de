"""/setup: the first visit."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from app.accounts.current import CurrentSettings, DeviceName, Insecure, keep_signed_in
from app.accounts.queries import any_exhibitor
from app.accounts.refusal import Refused
from app.accounts.secrets import hashed_password
from app.shows.zones import countries, zones_by_area
from app.web.forms import Bound, bind
from app.web.language import N_
from app.web.page import Page, Renderer, language_of
from app.web.session import CurrentDatabase
from app.welcome.forms import SetupForm
from app.welcome.service import WayIn, set_up

router = APIRouter()

SentSetup = Annotated[Bound[SetupForm], Depends(bind(SetupForm))]


def is_set_up(database: CurrentDatabase) -> bool:
    with database.reading() as session:
        return any_exhibitor(session)


IsSetUp = Annotated[bool, Depends(is_set_up)]


@router.get("/setup")
def show_setup(page: Page, done: IsSetUp, insecure: Insecure) -> Response:
    return page.redirect("home") if done else _shown(page, Bound(), insecure=insecure)


@router.post("/setup")
def create_setup(
    page: Page,
    form: SentSetup,
    done: IsSetUp,
    *,
    database: CurrentDatabase,
    settings: CurrentSettings,
    device: DeviceName,
) -> Response:
    if done:
        return page.redirect("home", notice=page.say(N_("Showfloor is set up already.")))
    if form.value is None:
        return _shown(page, form, status=422)
    password_hash = hashed_password(form.value.password)
    way_in = WayIn(device, settings.sign_in_days, language_of(page.request).tag)
    try:
        with database.writing() as session:
            token = set_up(session, form.value, password_hash, way_in)
    except Refused as problem:
        return _shown(page, form.with_error(problem.field, page.say(problem.message)), status=422)
    ready = page.say(N_("Showfloor is ready. Now invite your booth team."))
    invited = page.redirect("list_join_codes", notice=ready)
    return keep_signed_in(invited, token, settings.sign_in_days)


def _shown(
    page: Renderer, form: Bound[Any], *, status: int = 200, insecure: bool = False
) -> Response:
    language = language_of(page.request)
    return page(
        "welcome/setup.html", status=status, form=form, insecure=insecure,
        countries=countries(language), zones=zones_by_area(language),
    )  # fmt: skip
