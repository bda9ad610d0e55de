"""Leads that tests take away: Aiko, met twice, and a stranger whose every field is hostile."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from app.consent.models import Consent
from app.db import Database
from app.kit.ids import new_id
from app.leads.models import FollowUp, Interaction, Lead, LeadAtShow
from app.qualifiers.models import Answer
from tests import cast

AIKO = UUID(int=cast.KOGYO.int + 2001)
OF_AIKO: dict[str, Any] = {"exhibitor_id": cast.KOGYO, "lead_id": AIKO}
FIRST_AT = cast.SECOND_DAY
AGAIN_AT = FIRST_AT + timedelta(days=1)
TEXTS = (
    "name", "given_name", "family_name", "company", "department", "job_title", "address", "city",
    "badge_id",
)  # fmt: skip


def lead(**fields: Any) -> Lead:
    """A lead of Kogyo, met on the second day."""
    return Lead(
        **{
            "exhibitor_id": cast.KOGYO,
            "first_met_at": FIRST_AT,
            "last_met_at": FIRST_AT,
            "sort_name": str(fields.get("name", "")).casefold(),
            "search_text": str(fields.get("name", "")).casefold(),
            **fields,
        }
    )


def happened(kind: str, lead_id: UUID, **fields: Any) -> Interaction:
    return Interaction(
        **{
            "exhibitor_id": cast.KOGYO,
            "lead_id": lead_id,
            "show_id": cast.CANTON,
            "member_id": cast.SAM.member_id,
            "kind": kind,
            "at": FIRST_AT,
            "on_day": FIRST_AT.date(),
            **fields,
        }
    )


def keep(database: Database, *rows: Any) -> None:
    with database.writing() as session:
        for row in rows:
            session.add(row)
            session.flush()


def meet_aiko(database: Database) -> None:
    """Aiko saw the XT-200 on the second day, asked its price on the third, and agreed."""
    keep(database, _aiko(), *_met(), *_promised())


def _aiko() -> Lead:
    return lead(
        id=AIKO,
        name="田中 愛子",
        family_name="田中",
        given_name="愛子",
        company="Tanaka Seiki",
        emails=["aiko@tanaka.example", "a.tanaka@home.example"],
        phones=[
            {"written": "03-1234-5678", "e164": "+81312345678"},
            {"written": "090-1234-5678", "e164": "+819012345678"},
            {"written": "080-1234-5678", "e164": "+818012345678"},
        ],
        links={"whatsapp": "+819012345678", "wechat": "aiko_t"},
        urls=["https://tanaka.example"],
        country="JP",
        rating="hot",
        last_met_at=AGAIN_AT,
        active_until=datetime(2026, 12, 3, 1, 0, tzinfo=UTC),
    )


def _met() -> list[Any]:
    return [
        LeadAtShow(
            **OF_AIKO, show_id=cast.CANTON, first_met_at=FIRST_AT, last_met_at=AGAIN_AT
        ),
        happened("demo", AIKO, note="Wants it soon\nCall her", product_id=cast.XT200),
        happened(
            "price", AIKO, at=AGAIN_AT, on_day=AGAIN_AT.date(), note="In yen",
            member_id=cast.MEI.member_id,
        ),
        Answer(**OF_AIKO, qualifier_id=cast.ROLE_QUESTION, value="Advises", at=FIRST_AT),
        Answer(**OF_AIKO, qualifier_id=cast.ROLE_QUESTION, value="Decides", at=AGAIN_AT),
    ]  # fmt: skip


def _promised() -> list[Any]:
    return [
        Consent(
            **OF_AIKO, wording_id=cast.WORDING, member_id=cast.SAM.member_id, purpose="follow_up",
            is_given=True, language="zh-Hans", at=FIRST_AT,
        ),
        FollowUp(**OF_AIKO, what="Invite her", due_on=cast.STARTS_ON + timedelta(days=30)),
        FollowUp(
            **OF_AIKO, what="Send the quote", owner_id=cast.LIN.member_id,
            due_on=cast.STARTS_ON + timedelta(days=7),
        ),
    ]  # fmt: skip


def meet_stranger(database: Database, text: str) -> UUID:
    """Somebody who wrote `text` wherever one can write."""
    stranger = new_id()
    own: dict[str, Any] = {"exhibitor_id": cast.KOGYO, "lead_id": stranger}
    keep(
        database,
        lead(
            id=stranger,
            **dict.fromkeys(TEXTS, text),
            emails=[text],
            phones=[{"written": text, "e164": ""}],
            urls=[text],
            links=dict.fromkeys(("wechat", "linkedin", "whatsapp", "telegram"), text),
            country=text,
        ),
        happened("demo", stranger, label=text, note=text),
        Answer(**own, qualifier_id=cast.ROLE_QUESTION, value=text, at=FIRST_AT),
        FollowUp(**own, what=text),
    )
    return stranger
