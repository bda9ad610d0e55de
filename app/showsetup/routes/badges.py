"""/shows/{id}/badge: which column of a badge's text is what."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from app.shows.current import KeptShow
from app.shows.models import Show
from app.showsetup.columns import DELIMITERS, FIELD_NAMES, columns_shown, key_of
from app.showsetup.forms import BadgeMappingForm
from app.showsetup.service import teach_badges
from app.web.forms import Bound, bind, filled
from app.web.language import N_
from app.web.page import Page
from app.web.session import DbSession

router = APIRouter()

Sent = Annotated[Bound[BadgeMappingForm], Depends(bind(BadgeMappingForm))]


@router.get("/shows/{show_id}/badge")
def edit_badge_mapping(page: Page, show: KeptShow) -> Response:
    taught = show.badge_mapping or {"delimiter": "|", "fields": []}
    form = filled(delimiter=key_of(taught["delimiter"]), fields=taught["fields"])
    return _mapping(page, show, form)


@router.post("/shows/{show_id}/badge")
def update_badge_mapping(
    page: Page,
    form: Sent,
    show: KeptShow,
    session: DbSession,
) -> Response:
    if form.value is None:
        return _mapping(page, show, form, status=422)
    teach_badges(session, show, form.value.mapping)
    return page.redirect("edit_badge_mapping", show_id=show.id, notice=page.say(N_("Saved.")))


@router.post("/shows/{show_id}/badge/preview")
def preview_badge_mapping(
    page: Page,
    form: Sent,
    show: KeptShow,
) -> Response:
    return _mapping(page, show, Bound(sent=form.sent))


@router.post("/shows/{show_id}/badge/removal")
def delete_badge_mapping(page: Page, show: KeptShow, session: DbSession) -> Response:
    teach_badges(session, show, None)
    return page.redirect("edit_badge_mapping", show_id=show.id, notice=page.say(N_("Removed.")))


def _mapping(page: Page, show: Show, form: Bound[Any], *, status: int = 200) -> Response:
    sample, delimiter = form.value_of("sample"), form.value_of("delimiter")
    return page(
        "showsetup/badge.html",
        status=status,
        nav="more",
        show=show,
        form=form,
        delimiters=DELIMITERS,
        field_names=FIELD_NAMES,
        columns=columns_shown(sample, delimiter, form.values_of("fields")),
    )
