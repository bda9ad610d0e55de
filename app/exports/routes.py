"""/exports: taking the leads that a list shows away as a file."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.current import LeadExporter
from app.exports.file_name import file_name
from app.exports.service import Format, export_leads
from app.kit.clock import now
from app.leads.current import AskedFilter
from app.leads.filters import LeadFilter
from app.shows.days import local_day
from app.shows.queries import show_with_id
from app.web.download import Download
from app.web.page import language_of
from app.web.session import DbSession, database_of

router = APIRouter(prefix="/exports")

MEDIA_TYPES = {
    Format.CSV: "text/csv; charset=utf-8; header=present",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@router.get("/leads.csv")
def export_csv(
    request: Request, actor: LeadExporter, asked: AskedFilter, session: DbSession
) -> Response:
    return _download(request, session, actor, asked, Format.CSV)


@router.get("/leads.xlsx")
def export_xlsx(
    request: Request, actor: LeadExporter, asked: AskedFilter, session: DbSession
) -> Response:
    return _download(request, session, actor, asked, Format.XLSX)


def _download(
    request: Request, session: Session, actor: Actor, asked: LeadFilter, kind: Format
) -> Response:
    language = language_of(request)
    show = show_with_id(session, actor, asked.show) if asked.show else None
    today = local_day(now(), show.time_zone if show else "UTC")
    name = file_name(show.name if show else "", today, kind, language)
    parts = export_leads(database_of(request), actor, asked, language, kind)
    return Download(parts, name, MEDIA_TYPES[kind])
