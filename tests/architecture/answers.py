"""What every address answers to everybody: one line an address, sorted as they are tried.

A new address fails `make test` until it has its line here. The words:

    ok       does what it is for, or says what is wrong with what was sent
    sign-in  sends to the sign-in page
    403      not for this role
    gone     404: there is no such thing, or it is not yours to know

`out` is nobody signed in; `else` is the owner of another exhibitor, asking with Kogyo's own ids.
"""

from typing import NamedTuple

TABLE = """
method address                               out      booth    sales    manager  owner    else
GET    /health                               ok       ok       ok       ok       ok       ok
GET    /                                     sign-in  ok       ok       ok       ok       ok
POST   /language                             ok       ok       ok       ok       ok       ok
GET    /setup                                ok       ok       ok       ok       ok       ok
POST   /setup                                ok       ok       ok       ok       ok       ok
GET    /sign-in                              ok       ok       ok       ok       ok       ok
POST   /sign-in                              ok       ok       ok       ok       ok       ok
GET    /sign-in/kept                         ok       ok       ok       ok       ok       ok
POST   /sign-out                             sign-in  sign-in  sign-in  sign-in  sign-in  sign-in
GET    /join/{code}                          ok       ok       ok       ok       ok       ok
POST   /join/{code}                          ok       ok       ok       ok       ok       ok
GET    /more                                 sign-in  ok       ok       ok       ok       ok
GET    /profile                              sign-in  ok       ok       ok       ok       ok
POST   /profile                              sign-in  ok       ok       ok       ok       ok
GET    /roles                                sign-in  ok       ok       ok       ok       ok
GET    /members                              sign-in  403      403      ok       ok       ok
POST   /members                              sign-in  403      403      ok       ok       ok
GET    /members/new                          sign-in  403      403      ok       ok       ok
GET    /members/{member_id}/edit             sign-in  403      403      ok       ok       gone
POST   /members/{member_id}                  sign-in  403      403      ok       ok       gone
POST   /members/{member_id}/departure        sign-in  403      403      ok       ok       gone
GET    /devices                              sign-in  403      403      ok       ok       ok
POST   /devices/{device_id}/revocation       sign-in  403      403      ok       ok       gone
GET    /join-codes                           sign-in  403      403      ok       ok       ok
POST   /join-codes                           sign-in  403      403      ok       ok       ok
POST   /join-codes/{code_id}/revocation      sign-in  403      403      ok       ok       gone
"""


class Line(NamedTuple):
    """One address with what it answers to each of the six."""

    method: str
    address: str
    out: str
    booth: str
    sales: str
    manager: str
    owner: str
    outsider: str

    def __str__(self) -> str:
        return f"{self.method} {self.address}"


ANSWERS = [Line(*line.split()) for line in TABLE.strip().splitlines()[1:]]
