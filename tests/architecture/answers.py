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
