"""Which leads are asked for: dependencies for handlers."""

from typing import Annotated

from fastapi import Depends, Request

from app.leads.filters import LeadFilter, leads_asked


def asked_leads(request: Request) -> LeadFilter:
    """The filter in the address. A value that makes no sense is ignored: a link never breaks."""
    return leads_asked(request.query_params)


AskedLeads = Annotated[LeadFilter, Depends(asked_leads)]
