"""Making a backup, and putting one in the place of a database."""

from app.backup.service.backing_up import back_up
from app.backup.service.restoring import WouldBeLost, restore
from app.backup.service.seals import say_restored

__all__ = ["WouldBeLost", "back_up", "restore", "say_restored"]
