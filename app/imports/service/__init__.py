"""Taking the organiser's list in, and completing leads by it."""

from app.imports.service.completing import complete_leads
from app.imports.service.taking_in import take_in

__all__ = ["complete_leads", "take_in"]
