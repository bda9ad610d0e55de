"""HTTP of the desk."""

from fastapi import APIRouter

from app.desk.routes import duplicates, editing, follow_ups, interactions, leads

router = APIRouter()
for part in (leads, editing, interactions, follow_ups, duplicates):
    router.include_router(part.router)
