"""POST /rescues: a file that was sealed for the exhibitor, handed in from any signed-in phone."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from app.accounts.current import Capturer, CurrentSeal
from app.capture.current import CurrentSetting, CurrentWriter, RawBody
from app.capture.verdict import as_json
from app.kit.clock import now
from app.rescue.armour import read_file
from app.rescue.contents import unpacked
from app.rescue.locks import unsealed
from app.rescue.problem import Unreadable
from app.rescue.service import Taken, checked_owner, take_in
from app.web.language import Language
from app.web.page import language_of
from app.web.session import CurrentDatabase

router = APIRouter()


@router.post("/rescues")
def create_rescue(
    request: Request,
    actor: Capturer,
    setting: CurrentSetting,
    writer: CurrentWriter,
    database: CurrentDatabase,
    *,
    seal: CurrentSeal,
    body: RawBody,
) -> Response:
    """Take a file in. A file that cannot be read is refused whole, with the reason."""
    language = language_of(request)
    try:
        file = read_file(body.decode("utf-8", "replace"))
        checked_owner(file, actor)
        if not file.is_sealed:
            raise Unreadable("needs_passphrase")
        content = unpacked(unsealed(file, seal.private_key))
    except Unreadable as problem:
        answer = {"error": problem.reason, "message": problem.in_words(language)}
        return JSONResponse(answer, 422)
    taken = take_in(database, actor, setting, writer, content=content, at=now())
    return JSONResponse(_told(taken, language))


def _told(taken: Taken, language: Language) -> dict[str, object]:
    captures = taken.content.captures
    return {
        "verdicts": [
            as_json(verdict, place, str(capture.get("capture_id")), language)
            for place, (capture, verdict) in enumerate(zip(captures, taken.verdicts, strict=True))
        ],
        "photos": dict(taken.photos),
    }
