"""/health: whether this server can do its work, for whoever watches over it."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from sqlalchemy.exc import SQLAlchemyError

from app import __version__
from app.web.session import CurrentDatabase
from app.welcome.queries import answers

router = APIRouter()


@router.get("/health")
def show_health(database: CurrentDatabase) -> JSONResponse:
    try:
        with database.reading() as session:
            is_well = answers(session)
    except SQLAlchemyError:
        is_well = False
    word = "ok" if is_well else "unreachable"
    return JSONResponse({"database": word, "version": __version__}, 200 if is_well else 503)
