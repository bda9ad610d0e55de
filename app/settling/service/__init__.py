"""Settling captures. The ledger is only added to: what turns out not to be so is set aside."""

from app.settling.service.comparing import settle_conflict, standing
from app.settling.service.naming import settle_parked

__all__ = ["settle_conflict", "settle_parked", "standing"]
