"""/captures/unsettled and what belongs to one capture that needs a person's word."""

from fastapi import APIRouter

from app.settling.routes import conflicts, listing, parked

router = APIRouter()
router.include_router(listing.router)
router.include_router(conflicts.router)
router.include_router(parked.router)
