"""What is done about members: signing in, joining, coming and going."""

from app.accounts.refusal import NameTaken, Refused, TooManyTries
from app.accounts.service.joining import (
    found_exhibitor,
    invite,
    join,
    new_secret,
    revoke_code,
    start_pairing,
)
from app.accounts.service.members import add_member, change_member, change_profile, depart
from app.accounts.service.sealing import make_seal
from app.accounts.service.signing_in import (
    count_try,
    forget_tries,
    note_seen,
    revoke_device,
    revoke_devices,
    shut_door,
    sign_in,
    sign_out,
)

__all__ = [
    "NameTaken",
    "Refused",
    "TooManyTries",
    "add_member",
    "change_member",
    "change_profile",
    "count_try",
    "depart",
    "forget_tries",
    "found_exhibitor",
    "invite",
    "join",
    "make_seal",
    "new_secret",
    "note_seen",
    "revoke_code",
    "revoke_device",
    "revoke_devices",
    "shut_door",
    "sign_in",
    "sign_out",
    "start_pairing",
]
