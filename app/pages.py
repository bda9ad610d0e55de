"""Every page there is: the routers of all slices, in the order their addresses are tried."""

from fastapi import APIRouter

from app.accounts import routes as accounts


def routers() -> list[APIRouter]:
    return [accounts.router]
