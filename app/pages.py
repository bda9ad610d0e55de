"""Every page there is: the routers of all slices, in the order their addresses are tried."""

from fastapi import APIRouter

from app.accounts import routes as accounts
from app.booth import routes as booth
from app.capture import routes as capture
from app.consent import routes as consent
from app.demo import routes as demo
from app.desk import routes as desk
from app.exports import routes as exports
from app.homescreen import routes as homescreen
from app.imports import routes as imports
from app.qualifiers import routes as qualifiers
from app.rescue import routes as rescue
from app.settling import routes as settling
from app.shows import routes as shows
from app.showsetup import routes as showsetup
from app.welcome import routes as welcome


def routers() -> list[APIRouter]:
    return [
        capture.router,  # first: a booth's phones ask most
        accounts.router,
        booth.router,
        shows.router,
        showsetup.router,
        qualifiers.router,
        consent.router,
        exports.router,
        settling.router,
        imports.router,
        desk.router,
        rescue.router,
        demo.router,
        homescreen.router,
        welcome.router,
    ]
