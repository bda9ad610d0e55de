"""/shows/new and /shows/{id}/badge: the parts of a set-up that need more than one room."""

from fastapi import APIRouter

from app.showsetup.routes import badges, shows

router = APIRouter()
for part in (shows, badges):
    router.include_router(part.router)
