"""Puts the slices together into one application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware

from app import __version__
from app.accounts.current import sign_ins_of
from app.badges.countries import country_code
from app.capture.routes.sync import sync_captures
from app.capture.service import record
from app.config import Settings, settings
from app.db import Database, Writer
from app.lan import routes as lan
from app.lan.laptop import Laptop
from app.migration import migrate
from app.pages import routers
from app.web.assets import VersionedFiles
from app.web.errors import add_error_pages
from app.web.lane import Lane
from app.web.security import Security
from app.web.turns import Turns

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PACKED = (*DEFAULT_EXCLUDED_CONTENT_TYPES, WORKBOOK)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """The database, and the threads that ask it and write to it, from the first request on."""
    chosen: Settings = app.state.settings
    app.state.database = Database(chosen.database_url, pool_size=chosen.pool_size)
    migrate(app.state.database)
    country_code("CN")  # the tables of names load here, not in the first visitor's capture
    app.state.captures = Writer(app.state.database, record)
    app.state.sign_ins = sign_ins_of(app.state.database)
    app.state.settings_known = {}
    yield
    app.state.sign_ins.close()
    app.state.captures.close()
    app.state.database.close()


def create_app(chosen: Settings | None = None) -> FastAPI:
    """The application on the given settings, or on those of the environment."""
    chosen = chosen or settings()

    app = FastAPI(
        title="Showfloor",
        version=__version__,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,  # it would lead to whatever host the request names
    )
    app.state.settings = chosen
    app.mount("/static", VersionedFiles(), name="static")
    for router in routers():
        app.include_router(router)
    add_error_pages(app)
    app.add_middleware(Turns)
    app.add_middleware(Lane, path="/captures/sync", endpoint=sync_captures)
    app.add_middleware(
        GZipMiddleware, minimum_size=800, compresslevel=5, exclude_content_types=PACKED
    )
    app.add_middleware(Security)
    return app


def create_door(laptop: Laptop) -> FastAPI:
    """What is served unencrypted in LAN mode: how to trust the laptop, and nothing else."""
    app = FastAPI(
        title="Showfloor", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False
    )
    app.state.laptop = laptop
    app.mount("/static", VersionedFiles(), name="static")
    app.include_router(lan.router)
    app.add_middleware(Security)
    return app
