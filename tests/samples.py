"""What Kogyo has besides its cast, for tests that need one row of everything.

Aiko was met twice and promised a quote. Two leads were one person: `GONE` was merged into `KEPT`.
`OTHER` may be Aiko too.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from app.accounts.models import JoinCode, Member
from app.accounts.roles import Role
from app.accounts.secrets import hashed_token
from app.capture.models import Capture, CaptureConflict
from app.db import Database
from app.desk.service import merge
from app.directory.models import DirectoryImport
from app.kit.clock import now
from app.leads.models import FollowUp, Interaction, Lead, LeadAtShow
from app.photos.models import Photo
from tests import cast
from tests.listed import put_on_list
from tests.pictures import PNG

LEAD, KEPT, GONE, OTHER = (UUID(int=cast.KOGYO.int + number) for number in range(1001, 1005))
INTERACTION, FOLLOW_UP, MERGE, JOIN_CODE, CAPTURE, PHOTO, PARKED, CONFLICT = (
    UUID(int=cast.KOGYO.int + number) for number in range(1011, 1019)
)
NOTHING_MOVED = (
    "shows", "keys", "kept_keys", "interactions", "answers", "consents", "follow_ups", "captures",
    "edits",
)  # fmt: skip
JOIN_SECRET = "secret-of-a-joining-code"
PAIR_SECRET = "secret-of-a-code-for-sam"


def lay_out(database: Database) -> None:
    """Put the samples beside the cast."""
    with database.writing() as session:
        session.add_all(
            [
                _lead(LEAD, "Aiko Tanaka", "Tanaka Seiki"),
                _lead(KEPT, "王小明", "广州精工机械有限公司"),
                _lead(GONE, "Wang Xiaoming", "Guangzhou Seiko"),
                _lead(OTHER, "A. Tanaka", "Tanaka Seiki"),
            ]
        )
        session.flush()
        session.add_all(
            [_met(LEAD), _met(KEPT), _met(GONE), _demo(), _quote(), _join_code(), _pairing()]
        )
        session.add_all([_capture(), _conflict(), _parked()])
        session.flush()
        session.add(_photo())
        session.flush()
        put_on_list(session, ("R-1001", "Aiko Tanaka", "Tanaka Seiki"))
        session.add(_newer_list())
        session.flush()
        merge(session, cast.LIN.actor, KEPT, GONE, cast.SECOND_DAY).id = MERGE


def call_back(database: Database) -> None:
    """Whoever was sent away, and the lead that was merged, are there again."""
    with database.writing() as session:
        session.execute(update(Member).values(left_at=None))
        session.execute(update(Lead).where(col(Lead.id) == OTHER).values(merged_into_id=None))


def _lead(lead_id: UUID, name: str, company: str) -> Lead:
    return Lead(
        id=lead_id,
        exhibitor_id=cast.KOGYO,
        name=name,
        company=company,
        emails=["aiko@tanaka.example"],
        phones=[{"written": "03-1234-5678", "e164": "+81312345678"}],
        rating="hot",
        sort_name=name.casefold(),
        search_text=f"{name} {company}".casefold(),
        first_met_at=cast.SECOND_DAY,
        last_met_at=cast.SECOND_DAY,
        heat=2.0,
        active_until=cast.SECOND_DAY + timedelta(days=30),
        potential_until=cast.SECOND_DAY + timedelta(days=120),
    )


def _met(lead_id: UUID) -> LeadAtShow:
    return LeadAtShow(
        show_id=cast.CANTON,
        lead_id=lead_id,
        exhibitor_id=cast.KOGYO,
        first_met_at=cast.SECOND_DAY,
        last_met_at=cast.SECOND_DAY,
        active_until=cast.SECOND_DAY + timedelta(days=30),
        potential_until=cast.SECOND_DAY + timedelta(days=120),
    )


def _demo() -> Interaction:
    return Interaction(
        id=INTERACTION,
        exhibitor_id=cast.KOGYO,
        lead_id=LEAD,
        show_id=cast.CANTON,
        member_id=cast.SAM.member_id,
        kind="demo",
        note="Wants the XT-200 <b>soon</b>",
        product_id=cast.XT200,
        at=cast.SECOND_DAY,
        on_day=cast.SECOND_DAY.date(),
    )


def _capture() -> Capture:
    return Capture(
        exhibitor_id=cast.KOGYO,
        id=CAPTURE,
        show_id=cast.CANTON,
        member_id=cast.SAM.member_id,
        sent_by_id=cast.SAM.member_id,
        payload=b"R-1001",
        source="camera",
        body=_body("Aiko Tanaka"),
        body_sha256="",
        captured_at=cast.SECOND_DAY,
        happened_at=cast.SECOND_DAY,
        received_at=cast.SECOND_DAY,
        state="recorded",
        lead_id=LEAD,
    )


def _body(name: str) -> dict[str, Any]:
    return {
        "capture_id": str(CAPTURE),
        "show_id": str(cast.CANTON),
        "member_id": str(cast.SAM.member_id),
        "captured_at": cast.SECOND_DAY.isoformat(),
        "source": "camera",
        "fields": {"name": name},
        "note": "Wants two",
    }


def _conflict() -> CaptureConflict:
    """The same capture with another name."""
    return CaptureConflict(
        id=CONFLICT,
        exhibitor_id=cast.KOGYO,
        capture_id=CAPTURE,
        sent_by_id=cast.SAM.member_id,
        payload=b"R-1001",
        body=_body("Aiko Tanaka-Mori"),
        body_sha256="other",
        received_at=cast.SECOND_DAY,
    )


def _parked() -> Capture:
    """A code that nobody could read, without a show that is known here."""
    return Capture(
        exhibitor_id=cast.KOGYO,
        id=PARKED,
        member_id=cast.SAM.member_id,
        sent_by_id=cast.SAM.member_id,
        payload=b"\x00\x01 what is this?",
        source="camera",
        body=_body(""),
        body_sha256="",
        captured_at=cast.SECOND_DAY,
        happened_at=cast.SECOND_DAY,
        received_at=cast.SECOND_DAY,
        state="parked",
        reason="unknown_show",
    )


def _photo() -> Photo:
    return Photo(
        exhibitor_id=cast.KOGYO,
        id=PHOTO,
        capture_id=CAPTURE,
        kind="card",
        media_type="image/png",
        content=PNG,
        sha256="",
        taken_at=cast.SECOND_DAY,
        received_at=cast.SECOND_DAY,
        sent_by_id=cast.SAM.member_id,
    )


def _newer_list() -> DirectoryImport:
    """A file that somebody is looking at before it is taken in."""
    return DirectoryImport(
        exhibitor_id=cast.KOGYO,
        show_id=cast.CANTON,
        member_id=cast.MEI.member_id,
        file_name="visitors.csv",
        content=b"Badge,Name\r\nR-1001,Aiko Tanaka\r\n,Nobody\r\n",
        fields=["badge_id", "name"],
        seen={
            "told": "utf-8 comma",
            "rows": 2,
            "twice": 1,
            "unreadable": 1,
            "examples": [[3, "no_number"]],
            "columns": [
                {"heading": "Badge", "values": "R-1001"}, {"heading": "Name", "values": "Aiko"},
            ],
            "numbers": {"new": 0, "changed": 1, "same": 0, "gone": 2},
        },
    )  # fmt: skip


def _quote() -> FollowUp:
    return FollowUp(
        id=FOLLOW_UP,
        exhibitor_id=cast.KOGYO,
        lead_id=LEAD,
        what="Send the quote",
        owner_id=cast.LIN.member_id,
        due_on=cast.STARTS_ON + timedelta(days=7),
        created_by_id=cast.SAM.member_id,
    )


def _join_code() -> JoinCode:
    return JoinCode(
        id=JOIN_CODE,
        exhibitor_id=cast.KOGYO,
        code_hash=hashed_token(JOIN_SECRET),
        role=Role.BOOTH,
        created_by_id=cast.MEI.member_id,
        expires_at=now() + timedelta(hours=1),
    )


def _pairing() -> JoinCode:
    """A code that signs one phone in as Sam."""
    return JoinCode(
        exhibitor_id=cast.KOGYO,
        code_hash=hashed_token(PAIR_SECRET),
        role=Role.BOOTH,
        member_id=cast.SAM.member_id,
        single_use=True,
        created_by_id=cast.MEI.member_id,
        expires_at=now() + timedelta(hours=1),
    )
