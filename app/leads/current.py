"""Which leads a request is about."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.current import LeadEditor, LeadMerger, LeadReader
from app.leads.filters import LeadFilter, leads_asked
from app.leads.models import FollowUp, Lead, Merge
from app.leads.queries import follow_up_with_id, lead_with_id, merge_with_id
from app.web.errors import NotFound
from app.web.session import DbSession


def asked_filter(request: Request) -> LeadFilter:
    """The filter in the address. What makes no sense is ignored: an old bookmark shows a list."""
    return leads_asked(request.query_params)


def named_lead(lead_id: UUID, actor: LeadReader, session: DbSession) -> Lead:
    """The lead in the address; of one that was merged away, the one it is part of now."""
    return _standing(session, actor, lead_id, for_update=False)


def edited_lead(lead_id: UUID, request: Request, actor: LeadEditor, session: DbSession) -> Lead:
    """The same to be changed: while it is written, nobody else changes it."""
    return _standing(session, actor, lead_id, for_update=request.method != "GET")


def merged_lead(lead_id: UUID, actor: LeadMerger, session: DbSession) -> Lead:
    """The same for members who may say which leads are one."""
    return _standing(session, actor, lead_id, for_update=False)


def _standing(session: Session, actor: Actor, lead_id: UUID, *, for_update: bool) -> Lead:
    lead = lead_with_id(session, actor, lead_id, for_update=for_update)
    while lead and lead.merged_into_id:
        lead = lead_with_id(session, actor, lead.merged_into_id, for_update=for_update)
    if lead is None:
        raise NotFound
    return lead


def named_follow_up(follow_up_id: UUID, actor: LeadEditor, session: DbSession) -> FollowUp:
    if step := follow_up_with_id(session, actor, follow_up_id):
        return step
    raise NotFound


def named_merge(merge_id: UUID, actor: LeadMerger, session: DbSession) -> Merge:
    if merge := merge_with_id(session, actor, merge_id):
        return merge
    raise NotFound


AskedFilter = Annotated[LeadFilter, Depends(asked_filter)]
NamedLead = Annotated[Lead, Depends(named_lead)]
EditedLead = Annotated[Lead, Depends(edited_lead)]
MergedLead = Annotated[Lead, Depends(merged_lead)]
NamedFollowUp = Annotated[FollowUp, Depends(named_follow_up)]
NamedMerge = Annotated[Merge, Depends(named_merge)]
