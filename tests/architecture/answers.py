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
method address                                            out     booth   sales   manager owner   else
GET    /sign-in                                           ok      ok      ok      ok      ok      ok
POST   /sign-in                                           ok      ok      ok      ok      ok      ok
GET    /sign-in/kept                                      ok      ok      ok      ok      ok      ok
POST   /sign-out                                          sign-in sign-in sign-in sign-in sign-in sign-in
GET    /members                                           sign-in 403     403     ok      ok      ok
GET    /roles                                             sign-in ok      ok      ok      ok      ok
GET    /members/new                                       sign-in 403     403     ok      ok      ok
POST   /members                                           sign-in 403     403     ok      ok      ok
GET    /members/{member_id}/edit                          sign-in 403     403     ok      ok      gone
POST   /members/{member_id}                               sign-in 403     403     ok      ok      gone
POST   /members/{member_id}/departure                     sign-in 403     403     ok      ok      gone
GET    /join-codes                                        sign-in 403     403     ok      ok      ok
POST   /devices/report                                    sign-in ok      ok      ok      ok      ok
GET    /devices/alarm                                     sign-in 403     403     ok      ok      ok
GET    /devices/drain                                     sign-in 403     403     ok      ok      ok
GET    /devices                                           sign-in 403     403     ok      ok      ok
GET    /devices/handed-in                                 sign-in 403     403     ok      ok      ok
GET    /devices/{device_id}                               sign-in 403     403     ok      ok      gone
POST   /devices/{device_id}/loss                          sign-in 403     403     ok      ok      gone
POST   /join-codes                                        sign-in 403     403     ok      ok      ok
POST   /join-codes/{code_id}/revocation                   sign-in 403     403     ok      ok      gone
POST   /devices/{device_id}/revocation                    sign-in 403     403     ok      ok      gone
GET    /profile                                           sign-in ok      ok      ok      ok      ok
POST   /profile                                           sign-in ok      ok      ok      ok      ok
POST   /language                                          ok      ok      ok      ok      ok      ok
GET    /shows                                             sign-in ok      ok      ok      ok      ok
GET    /shows/{show_id}/edit                              sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}                                   sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/choice                            sign-in ok      ok      ok      ok      gone
GET    /shows/{show_id}/chips                             sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/chips                             sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/chips/{chip_id}                   sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/chips/{chip_id}/position          sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/chips/{chip_id}/removal           sign-in 403     403     ok      ok      gone
GET    /shows/{show_id}/products                          sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/products                          sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/products/{product_id}             sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/products/{product_id}/position    sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/products/{product_id}/removal     sign-in 403     403     ok      ok      gone
GET    /shows/new                                         sign-in 403     403     ok      ok      ok
POST   /shows                                             sign-in 403     403     ok      ok      ok
GET    /shows/{show_id}/badge                             sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/badge                             sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/badge/preview                     sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/badge/removal                     sign-in 403     403     ok      ok      gone
GET    /shows/{show_id}/directory                         sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/directory/file                    sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/directory/columns                 sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/directory/import                  sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/directory/file/removal            sign-in 403     403     ok      ok      gone
GET    /shows/{show_id}/directory/copy                    sign-in ok      ok      ok      ok      gone
POST   /shows/{show_id}/directory/phones                  sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/directory/removal                 sign-in 403     403     ok      ok      gone
GET    /shows/{show_id}/qualifiers                        sign-in 403     403     ok      ok      gone
GET    /shows/{show_id}/qualifiers/new                    sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/qualifiers                        sign-in 403     403     ok      ok      gone
GET    /shows/{show_id}/qualifiers/{qualifier_id}/edit    sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/qualifiers/{qualifier_id}         sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/qualifiers/{qualifier_id}/position sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/qualifiers/{qualifier_id}/removal sign-in 403     403     ok      ok      gone
GET    /shows/{show_id}/consent                           sign-in 403     403     ok      ok      gone
POST   /shows/{show_id}/consent                           sign-in 403     403     ok      ok      gone
POST   /captures/missing                                  sign-in ok      ok      ok      ok      ok
POST   /captures/copies                                   sign-in ok      ok      ok      ok      ok
POST   /captures/sync                                     sign-in ok      ok      ok      ok      ok
POST   /badges/read                                       sign-in ok      ok      ok      ok      ok
GET    /captures/new                                      sign-in ok      ok      ok      ok      ok
GET    /captures                                          sign-in ok      ok      ok      ok      ok
PUT    /captures/{capture_id}/photos/{photo_id}           sign-in ok      ok      ok      ok      gone
GET    /captures/{capture_id}/photos/{photo_id}           sign-in ok      ok      ok      ok      gone
GET    /captures/unsettled                                sign-in ok      ok      ok      ok      ok
GET    /captures/{capture_id}/conflict                    sign-in ok      403     ok      ok      gone
POST   /captures/{capture_id}/conflict                    sign-in ok      403     ok      ok      gone
GET    /captures/{capture_id}/settlement                  sign-in ok      403     ok      ok      gone
POST   /captures/{capture_id}/settlement                  sign-in ok      403     ok      ok      gone
GET    /outbox                                            sign-in ok      ok      ok      ok      ok
GET    /exports/leads.csv                                 sign-in 403     ok      ok      ok      ok
GET    /exports/leads.xlsx                                sign-in 403     ok      ok      ok      ok
GET    /leads                                             sign-in ok      ok      ok      ok      ok
GET    /leads/{lead_id}                                   sign-in ok      ok      ok      ok      gone
GET    /leads/{lead_id}/edit                              sign-in ok      ok      ok      ok      gone
POST   /leads/{lead_id}                                   sign-in ok      ok      ok      ok      gone
POST   /leads/{lead_id}/interactions                      sign-in ok      ok      ok      ok      gone
POST   /leads/{lead_id}/follow-ups                        sign-in ok      ok      ok      ok      gone
POST   /follow-ups/{follow_up_id}/completion              sign-in ok      ok      ok      ok      gone
POST   /follow-ups/{follow_up_id}/postponement            sign-in ok      ok      ok      ok      gone
GET    /leads/{lead_id}/duplicates                        sign-in 403     ok      ok      ok      gone
POST   /leads/{lead_id}/merge                             sign-in 403     ok      ok      ok      gone
POST   /leads/{lead_id}/differences                       sign-in 403     ok      ok      ok      gone
POST   /merges/{merge_id}/undoing                         sign-in 403     ok      ok      ok      gone
POST   /rescues                                           sign-in ok      ok      ok      ok      ok
POST   /demo                                              sign-in 403     403     ok      ok      ok
POST   /demo/removal                                      sign-in 403     403     ok      ok      ok
GET    /service-worker.js                                 ok      ok      ok      ok      ok      ok
GET    /manifest.webmanifest                              ok      ok      ok      ok      ok      ok
GET    /offline/{language}                                ok      ok      ok      ok      ok      ok
GET    /                                                  sign-in ok      ok      ok      ok      ok
GET    /more                                              sign-in ok      ok      ok      ok      ok
GET    /setup                                             ok      ok      ok      ok      ok      ok
POST   /setup                                             ok      ok      ok      ok      ok      ok
GET    /join                                              sign-in sign-in sign-in sign-in sign-in sign-in
GET    /join/{code}                                       ok      ok      ok      ok      ok      ok
POST   /join/{code}                                       ok      ok      ok      ok      ok      ok
GET    /health                                            ok      ok      ok      ok      ok      ok
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
