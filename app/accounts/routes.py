"""/sign-in, /join, /members, /devices: who we are."""

from fastapi import APIRouter

router = APIRouter()
