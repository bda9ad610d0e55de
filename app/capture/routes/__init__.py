"""/captures and /badges: what phones ask and send."""

from fastapi import APIRouter

from app.capture.routes import pages, photos, reading, sync

router = APIRouter()
router.include_router(sync.router)
router.include_router(reading.router)
router.include_router(pages.router)
router.include_router(photos.router)
