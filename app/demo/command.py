"""What the console script does with the demo show."""

from app.accounts.command import actor_of
from app.accounts.queries import any_exhibitor
from app.db import Database
from app.demo.queries import demo_show
from app.demo.service import found_demo_exhibitor, load_demo, remove_demo


def load_or_remove(database: Database, *, remove: bool) -> str:
    """Do it, and say what was done."""
    with database.writing() as session:
        if not any_exhibitor(session):
            if remove:
                return "There is no demo show."
            found_demo_exhibitor(session, "en")
        actor = actor_of(session, None)
        if remove:
            remove_demo(session, actor)
            return "The demo show is gone."
        if demo_show(session, actor):
            return "The demo show is loaded already."
        show = load_demo(session, actor, "en")
        return f"The demo show is loaded: {show.name}."
