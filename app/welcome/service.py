"""The first visit: an exhibitor, its owner and its first show, all or nothing."""

from dataclasses import dataclass

from sqlmodel import Session

from app.accounts.queries import actor_signed_in
from app.accounts.secrets import hashed_token
from app.accounts.service import found_exhibitor, sign_in
from app.kit.clock import now
from app.showsetup.service import set_up_show
from app.welcome.forms import SetupForm


@dataclass(frozen=True, slots=True)
class WayIn:
    """How the owner is signed in: on which device, for how many days, in which language."""

    device_name: str
    days: int
    language: str


def set_up(session: Session, form: SetupForm, password_hash: str, way_in: WayIn) -> str:
    """Returns the token with which the owner is signed in."""
    owner = found_exhibitor(
        session,
        company=form.company,
        country=form.home_country,
        name=form.owner,
        email=form.email,
        password_hash=password_hash,
    )
    token = sign_in(session, owner, device_name=way_in.device_name, days=way_in.days)
    session.flush()  # the sign-in is about to be read
    actor = actor_signed_in(session, hashed_token(token), now())
    assert actor is not None
    set_up_show(session, actor, form.show, way_in.language)
    return token
