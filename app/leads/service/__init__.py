"""Changing leads: editing them, promising next steps, merging two into one."""

from app.leads.service.editing import change_fields, edit, fields_of, reindex
from app.leads.service.following_up import complete, postpone, promise
from app.leads.service.interacting import add_interaction
from app.leads.service.merging import merge, tell_apart, undo_merge

__all__ = [
    "add_interaction",
    "change_fields",
    "complete",
    "edit",
    "fields_of",
    "merge",
    "postpone",
    "promise",
    "reindex",
    "tell_apart",
    "undo_merge",
]
