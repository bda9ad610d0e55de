"""/health: whether this server can do its work, for whoever watches over it."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from sqlalchemy.exc import SQLAlchemyError

from app import __version__
from app.web.session import CurrentDatabase
from app.welcome.queries import answers

# A page of another origin may ask whether we are there (it cannot read the answer): the page
# that explains how to trust a booth's laptop finds out with it whether the phone does.
OPEN = {"Cross-Origin-Resource-Policy": "cross-origin"}

router = APIRouter()


@router.get("/health")
def show_health(database: CurrentDatabase) -> JSONResponse:
    try:
        with database.reading() as session:
            is_well = answers(session)
    except SQLAlchemyError:
        is_well = False
    word = "ok" if is_well else "unreachable"
    answer = {"database": word, "version": __version__}
    return JSONResponse(answer, 200 if is_well else 503, headers=OPEN)
