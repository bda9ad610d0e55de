"""Coming in, and the way from there."""

from fastapi import APIRouter

from app.welcome.routes import health, home, join, setup

router = APIRouter()
for page in (home, setup, join, health):
    router.include_router(page.router)
