"""/shows/{id}/directory: the organiser's list, looked at first and then taken in."""

from threading import Thread
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.current import Capturer, ShowKeeper
from app.accounts.refusal import Refused
from app.db import Database
from app.directory.files import Unreadable
from app.directory.gateway import read_list
from app.directory.models import DirectoryImport
from app.directory.queries import (
    copy_of_show,
    counts_of_show,
    digests_of_show,
    directory_of_show,
    newest_import,
    version_for_phones,
)
from app.directory.service import (
    begin,
    forget_list,
    keep_on_phones,
    put_aside,
    show_list,
)
from app.directory.state import is_under_way, was_cut_off
from app.imports.comparing import compared
from app.imports.current import LARGEST_FILE, LookedUpShow, SentFile, SentList
from app.imports.forms import ColumnsForm, PhonesForm
from app.imports.seen import seen_of
from app.imports.service import take_in
from app.imports.words import FIELD_NAMES, FILE_FAULTS, ROW_FAULTS
from app.kit.clock import now
from app.shows.current import KeptShow, NamedShow
from app.shows.days import zone_named
from app.shows.models import Show
from app.web.errors import NotFound
from app.web.forms import Bound, bind, filled
from app.web.language import N_
from app.web.page import Page
from app.web.session import CurrentDatabase, DbSession

router = APIRouter()

THREAD = "list"

SentColumns = Annotated[Bound[ColumnsForm], Depends(bind(ColumnsForm))]


@router.get("/shows/{show_id}/directory")
def show_directory(page: Page, keeper: ShowKeeper, show: KeptShow, session: DbSession) -> Response:
    return _page(page, keeper, show, session)


@router.post("/shows/{show_id}/directory/file")
def create_directory_file(
    page: Page, sent: SentList, keeper: ShowKeeper, show: LookedUpShow, database: CurrentDatabase
) -> Response:
    """Reads the file and shows what was understood. Nothing of it is on the list yet."""
    try:
        said = read_list(_content_of(sent))
        _show(database, keeper, show, sent, said)
    except (Unreadable, Refused) as problem:
        reason = problem.message if isinstance(problem, Refused) else FILE_FAULTS[str(problem)]
        form: Bound[Any] = Bound(errors={"file": page.say(reason)})
        with database.reading() as session:
            return _page(page, keeper, show, session, upload=form, status=422)
    return page.redirect("show_directory", show_id=show.id)


@router.post("/shows/{show_id}/directory/columns")
def update_directory_columns(
    page: Page,
    form: SentColumns,
    keeper: ShowKeeper,
    show: LookedUpShow,
    database: CurrentDatabase,
) -> Response:
    """Reads the file again, as people say what its columns hold."""
    with database.reading() as session:
        made = _waiting(session, keeper, show)
        if form.value is None:
            return _page(page, keeper, show, session, columns=form, status=422)
    sent = SentFile(made.file_name, made.content or b"")
    _show(database, keeper, show, sent, read_list(sent.content, form.value.fields))
    return page.redirect("show_directory", show_id=show.id)


@router.post("/shows/{show_id}/directory/import")
def create_directory_import(
    page: Page,
    form: SentColumns,
    keeper: ShowKeeper,
    show: LookedUpShow,
    database: CurrentDatabase,
) -> Response:
    """Takes the list in behind this answer; the page tells how far it is."""
    with database.writing() as session:
        made = _waiting(session, keeper, show)
        if form.value is None:
            return _page(page, keeper, show, session, columns=form, status=422)
        if not is_under_way(made.state, made.beat_at, now()):
            made.fields = form.value.fields
            begin(session, keeper, made)
            work = Thread(
                target=take_in, args=(database, keeper, made.id), name=THREAD, daemon=True
            )
        else:
            work = None
    if work:
        work.start()
    return page.redirect("show_directory", show_id=show.id)


@router.post("/shows/{show_id}/directory/file/removal")
def delete_directory_file(
    page: Page, keeper: ShowKeeper, show: KeptShow, session: DbSession
) -> Response:
    put_aside(session, keeper, show.id)
    return page.redirect("show_directory", show_id=show.id)


@router.post("/shows/{show_id}/directory/phones")
def update_directory_phones(
    page: Page,
    form: Annotated[Bound[PhonesForm], Depends(bind(PhonesForm))],
    keeper: ShowKeeper,
    show: KeptShow,
    session: DbSession,
) -> Response:
    directory = directory_of_show(session, keeper, show.id)
    if directory is None:
        raise NotFound
    keep_on_phones(session, directory, wanted=bool(form.value and form.value.on_phones))
    return page.redirect("show_directory", show_id=show.id, notice=page.say(N_("Saved.")))


@router.get("/shows/{show_id}/directory/copy")
def show_directory_copy(actor: Capturer, show: NamedShow, session: DbSession) -> Response:
    """The list as phones keep it, packed as it lies in the database."""
    copy = copy_of_show(session, actor, show.id)
    if copy is None or version_for_phones(session, actor, show.id) is None:
        raise NotFound
    headers = {"Showfloor-Directory": str(copy.version), "Content-Encoding": "gzip"}
    return Response(copy.content, media_type="text/plain; charset=utf-8", headers=headers)


@router.post("/shows/{show_id}/directory/removal")
def delete_directory(
    page: Page, keeper: ShowKeeper, show: KeptShow, session: DbSession
) -> Response:
    try:
        forget_list(session, keeper, show.id)
    except Refused as problem:
        return page.redirect("show_directory", show_id=show.id, notice=page.say(problem.message))
    return page.redirect("show_directory", show_id=show.id, notice=page.say(N_("Removed.")))


def _content_of(sent: SentFile | None) -> bytes:
    if sent is None:
        raise Unreadable("missing")
    if len(sent.content) > LARGEST_FILE:
        raise Unreadable("too_long")
    return sent.content


def _show(
    database: Database, actor: Actor, show: Show, sent: SentFile | None, said: dict[str, Any]
) -> None:
    assert sent is not None
    with database.reading() as session:
        before = digests_of_show(session, actor, show.id)
    seen = seen_of(said, compared(said["entries"], before))
    with database.writing() as session:
        show_list(
            session,
            actor,
            show.id,
            file_name=sent.name,
            content=sent.content,
            fields=said["fields"],
            seen=seen,
        )


def _waiting(session: Session, actor: Actor, show: Show) -> DirectoryImport:
    newest = newest_import(session, actor, show.id)
    if newest is None or newest.content is None:
        raise NotFound
    return newest


def _page(
    page: Page,
    actor: Actor,
    show: Show,
    session: Session,
    *,
    upload: Bound[Any] | None = None,
    columns: Bound[Any] | None = None,
    status: int = 200,
) -> Response:
    directory = directory_of_show(session, actor, show.id)
    newest = newest_import(session, actor, show.id)
    ready = directory if directory and directory.import_id else None
    entries, gone = counts_of_show(session, actor, ready) if ready else (0, 0)
    return page(
        "imports/directory.html",
        "list",
        status=status,
        nav="more",
        show=show,
        zone=zone_named(show.time_zone),
        directory=ready,
        entries=entries,
        gone=gone,
        newest=newest,
        state=_state(newest),
        upload=upload or Bound(),
        columns=columns or filled(fields=newest.fields if newest else []),
        phones=filled(on_phones=bool(directory and directory.on_phones)),
        field_names=FIELD_NAMES,
        row_faults=ROW_FAULTS,
    )


def _state(newest: DirectoryImport | None) -> str:
    """shown, under_way, cut_off, done, failed; empty where nothing was ever sent."""
    if newest is None:
        return ""
    return "cut_off" if was_cut_off(newest.state, newest.beat_at, now()) else newest.state
