"""The booth's phones: their reports, and the manager's pages about them."""

from fastapi import APIRouter

from app.booth.routes import alarm, phones, reports

router = APIRouter()
for page in (reports, alarm, phones):
    router.include_router(page.router)
