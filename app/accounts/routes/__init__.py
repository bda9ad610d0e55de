"""Who we are: signing in, members, phones, joining codes, roles and one's own profile."""

from fastapi import APIRouter

from app.accounts.routes import language, members, phones, profile, sign_in

router = APIRouter()
for page in (sign_in, members, phones, profile, language):
    router.include_router(page.router)
