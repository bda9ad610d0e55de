"""Columns without a heading: which of them is what, by looks and by the company it keeps."""

import re
from dataclasses import dataclass

from app.badges import looks
from app.badges.draft import Draft
from app.badges.emails import local_words
from app.badges.formats.column_kinds import kinds_of, labelled
from app.badges.formats.name_columns import find_name, ordered
from app.badges.links import profile_link
from app.badges.tidy import fold, tidy
from app.badges.vocabulary import US_STATES

CVENT_NUMBER = re.compile(r"(?=.*[0-9])[A-Z0-9]{11}")
PLACES = frozenset({"street", "postcode", "country", "region", "city"})
ANCHORS = frozenset({"email", "phone", "labelled", "company", "job", "url"})


@dataclass(slots=True)
class Columns:
    cells: list[str]
    kinds: list[str]
    separator: str
    strong: bool

    def of(self, *kinds: str) -> list[int]:
        return [i for i, each in enumerate(self.kinds) if each in kinds]

    def first(self, kind: str) -> str:
        return next((c for c, k in zip(self.cells, self.kinds, strict=True) if k == kind), "")


def read_columns(raw: list[str], separator: str, *, strong: bool) -> Draft | None:
    """None when nothing in there speaks for a badge."""
    cells = [tidy(cell) for cell in raw]
    columns = Columns(cells, kinds_of(cells), separator, strong)
    draft = Draft("delimited")
    take_numbers(draft, columns)
    if not is_believable(columns, draft):
        return None
    if is_reference_first(columns):
        read_reference_first(draft, columns)
    else:
        read_by_looks(draft, columns)
    return draft if draft.has_contact or draft.badge_id else None


def is_believable(columns: Columns, draft: Draft) -> bool:
    """A weak separator also stands in prose: something must be there that is no prose."""
    if columns.strong:
        return True
    anchored = any(kind in ANCHORS for kind in columns.kinds)
    if len(columns.cells) == 2:
        anchored = anchored and "person" in columns.kinds
    return max(map(len, columns.cells)) <= 80 and (anchored or bool(draft.badge_id))


def take_numbers(draft: Draft, columns: Columns) -> None:
    """The first number; digits like a postcode count when no place is near."""
    numbers = columns.of("number")
    if numbers:
        draft.put_badge_id(columns.cells[numbers[0]], 1)
        columns.kinds[numbers[0]] = "badge_id"
    elif not columns.of("country", "street", "region"):
        ends = [i for i in range(len(columns.kinds)) if columns.kinds[i] not in {"ticket", "blank"}]
        codes = [i for i in (*ends[:1], *ends[-1:]) if columns.kinds[i] == "postcode"]
        for position in codes[:1]:
            draft.put_badge_id(columns.cells[position], 1)
            columns.kinds[position] = "badge_id"
    draft.put("event_id", columns.first("event"))


def is_reference_first(columns: Columns) -> bool:
    """number, first, last, e-mail, title, company, city, state, postcode, phone"""
    kinds = columns.kinds
    return (
        len(kinds) >= 5 and kinds[0] == "badge_id" and kinds[3] == "email" and kinds[1] != "email"
    )


def read_reference_first(draft: Draft, columns: Columns) -> None:
    cells = [*columns.cells, *[""] * 10]
    if CVENT_NUMBER.fullmatch(cells[0]):
        draft.vendor = "cvent"
    draft.put_email(cells[3])
    put_names(draft, columns)
    title, company = cells[4], cells[5]
    if looks.has_legal_form(title) or (
        looks.is_job_title(company) and not looks.is_job_title(title)
    ):
        title, company = company, title
    for name, value in (("job_title", title), ("company", company)):
        if not looks.is_formula(value):
            draft.put(name, value)
    read_tail(draft, columns)


def put_names(draft: Draft, columns: Columns) -> None:
    usable = [i for i in (1, 2) if looks.is_name_part(columns.cells[i])]
    if len(usable) == 2:
        words = [w for email in draft.emails for w in local_words(email)]
        for position, name in ordered((1, 2), columns.cells, columns.separator, words):
            draft.put(name, columns.cells[position])
    elif usable:
        draft.put(("given_name", "family_name")[usable[0] - 1], columns.cells[usable[0]])


def read_tail(draft: Draft, columns: Columns) -> None:
    """What follows the company, each in its place if it looks like it belongs there."""
    cells = columns.cells
    names = ("city", "region", "postcode", "phones")
    for position, cell in enumerate(cells[6:], start=6):
        kind = columns.kinds[position]
        if kind in {"phone", "plus"} or (position == 9 and kind != "country"):
            draft.put_phone(cell)
        elif kind in {"country", "email", "url"} and not (position == 7 and cell in US_STATES):
            draft.put({"email": "emails", "url": "urls"}.get(kind, kind), cell)
        elif position < 9 and kind != "junk":
            draft.put(names[position - 6], cell)


def read_by_looks(draft: Draft, columns: Columns) -> None:
    take_certain(draft, columns)
    take_name(draft, columns)
    take_places(draft, columns)
    take_work(draft, columns)
    if columns.separator == "::" and draft.family_name:
        draft.vendor = "devoxx"


def take_certain(draft: Draft, columns: Columns) -> None:
    for cell, kind in zip(columns.cells, columns.kinds, strict=True):
        if kind == "email":
            draft.put_email(cell)
        elif kind == "phone":
            draft.put_phone(cell)
        elif kind == "url":
            link = profile_link(cell)
            draft.put(*link) if link else draft.put_url(cell)
        elif kind == "labelled" and (pair := labelled(cell)):
            draft.put_foreign(*pair)


def take_name(draft: Draft, columns: Columns) -> None:
    if draft.name or draft.family_name:
        return
    anchored = columns.strong or any(kind in ANCHORS for kind in columns.kinds)
    for position, name in find_name(
        columns.cells, columns.kinds, columns.separator, draft.emails, anchored=anchored
    ):
        draft.put(name, columns.cells[position])
        columns.kinds[position] = "name"


def take_places(draft: Draft, columns: Columns) -> None:
    """The words next to a state, a postcode or a country are the city; all of it is the address."""
    places = columns.of("street", "region", "country")
    city = find_city(columns)
    if not places and city is None:
        return
    if city is not None:
        columns.kinds[city] = "city"
    for kind in ("city", "country"):
        draft.put(kind, columns.first(kind))
    found = columns.of(*PLACES)
    if [columns.kinds[i] for i in found] != ["country"]:
        draft.address = ", ".join(columns.cells[i] for i in found)


def find_city(columns: Columns) -> int | None:
    """Words are a city beside a place, when the company stands somewhere else."""
    free = columns.of("words", "person")
    has_company = bool(columns.of("company"))
    for position in reversed(free):
        after = [kind for kind in columns.kinds[position + 1 :] if kind != "blank"][:1]
        before = [kind for kind in columns.kinds[:position] if kind != "blank"][-1:]
        near = set(after) & PLACES or before == ["postcode"]
        if near and (has_company or position != free[0]):
            return position
    return None


def take_work(draft: Draft, columns: Columns) -> None:
    draft.put("job_title", columns.first("job"))
    draft.put("department", columns.first("department"))
    draft.put("company", columns.first("company"))
    rest = [columns.cells[i] for i in columns.of("words", "person")]
    if not rest or not draft.has_contact:
        return
    if not draft.company:
        company = of_domain(rest, draft.emails) or rest[0]
        draft.put("company", company)
        rest.remove(company)
    elif not draft.job_title and stands_before_company(columns, rest[0]):
        draft.put("job_title", rest.pop(0))


def stands_before_company(columns: Columns, cell: str) -> bool:
    position = columns.cells.index(cell)
    return (
        columns.kinds[position + 1 : position + 2] == ["company"]
        and "name" in columns.kinds[:position]
    )


def of_domain(cells: list[str], emails: list[str]) -> str:
    """Danube Partner is the company of somebody @danube.example."""
    domains = [fold(email.rpartition("@")[2].partition(".")[0]) for email in emails]
    for cell in cells:
        if any(len(w) > 2 and fold(w) in domain for w in cell.split() for domain in domains):
            return cell
    return ""
