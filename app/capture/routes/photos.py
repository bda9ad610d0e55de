"""/captures/{id}/photos/{id}: photos of badges and cards, sent after their capture."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse, Response

from app.accounts.actor import Actor
from app.accounts.current import LeadReader, Sender
from app.capture.current import RawBody
from app.capture.queries import capture_with_id
from app.db import Database
from app.kit.clock import now
from app.photos.forms import PhotoForm, TakenAt
from app.photos.picture import reason_to_refuse
from app.photos.queries import photo_with_id
from app.photos.service import keep_photo
from app.photos.verdict import PhotoVerdict, as_json, refused
from app.web.errors import NotFound
from app.web.page import Page, language_of
from app.web.session import CurrentDatabase, DbSession

router = APIRouter()

# A picture that somebody sent us: nothing in it may run, whatever a browser takes it for.
SHUT_IN = {"Content-Security-Policy": "default-src 'none'; sandbox"}


async def photo_form(
    capture_id: UUID,
    photo_id: UUID,
    kind: Literal["badge", "card", "other"] = "other",
    taken_at: TakenAt | None = None,
) -> PhotoForm:
    return PhotoForm(capture_id=capture_id, photo_id=photo_id, kind=kind, taken_at=taken_at)


SentPhoto = Annotated[PhotoForm, Depends(photo_form)]


@router.put("/captures/{capture_id}/photos/{photo_id}")
def create_photo(
    page: Page, actor: Sender, database: CurrentDatabase, form: SentPhoto, body: RawBody
) -> Response:
    """Keep a photo. The answer names it after the commit; sending it again is always safe."""
    said = _kept(database, actor, form, body, now())
    verdict = as_json(said, form.capture_id, form.photo_id, language_of(page.request))
    return JSONResponse({"verdicts": [verdict]}, said.status)


@router.get("/captures/{capture_id}/photos/{photo_id}")
def show_photo(actor: LeadReader, session: DbSession, capture_id: UUID, photo_id: UUID) -> Response:
    photo = photo_with_id(session, actor, capture_id, photo_id)
    if photo is None:
        raise NotFound
    return Response(photo.content, media_type=photo.media_type, headers=SHUT_IN)


def _kept(
    database: Database, actor: Actor, form: PhotoForm, content: bytes, at: datetime
) -> PhotoVerdict:
    with database.writing() as session:
        if capture_with_id(session, actor, form.capture_id) is None:
            return refused("capture_missing")
        if reason := reason_to_refuse(content):
            return refused(reason)
        return keep_photo(session, actor, form, content, at)
