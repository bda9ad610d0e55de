"""/captures, /badges and /outbox: what phones ask and send."""

from fastapi import APIRouter

from app.capture.routes import copies, pages, photos, reading, sync, waiting

router = APIRouter()
router.include_router(sync.router)
router.include_router(copies.router)
router.include_router(reading.router)
router.include_router(pages.router)
router.include_router(photos.router)
router.include_router(waiting.router)
