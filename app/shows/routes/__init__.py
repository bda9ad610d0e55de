"""/shows: where we exhibit, and what the capture screen offers there."""

from fastapi import APIRouter

from app.shows.routes import chips, products, shows

router = APIRouter()
for part in (shows, chips, products):
    router.include_router(part.router)
