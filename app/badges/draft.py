"""A badge while it is being read: readers note down what they find, the draft keeps it in order."""

import re
from dataclasses import dataclass, field

from app.badges.badge import Badge, Needs
from app.badges.countries import country_code
from app.badges.emails import is_email, name_in_email
from app.badges.fields import field_named
from app.badges.links import HOSTS, SCHEMES
from app.badges.listed import listed
from app.badges.looks import is_category, is_number, is_url
from app.badges.name_case import in_name_case
from app.badges.names import (
    is_prefix,
    joined_name,
    split_name,
)
from app.badges.tidy import fold, tidy, tidy_lines

NO_RANK = 9
MOST = 20
ADDRESS_PARTS = ("street", "city", "region", "postcode", "country")
ONE_LINE = frozenset(
    listed(
        """
    name name_prefix given_name middle_name family_name company department job_title event_id
    address street city region postcode country vendor
    """
    )
)
LINKS = frozenset(HOSTS.values()) | frozenset(SCHEMES.values())
REGISTRATION = re.compile(
    r"\b(?:reg(?:istration)?|badge|ticket|attendee|visitor|delegate|guest|confirmation)"
    r"(?: ?(?:id|no|nr|number|code))?\.?[ \t]{0,3}[:#=][ \t#]{0,4}([A-Za-z0-9][\w-]{2,60})",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Draft:
    format: str
    name: str = ""
    name_prefix: str = ""
    given_name: str = ""
    middle_name: str = ""
    family_name: str = ""
    company: str = ""
    department: str = ""
    job_title: str = ""
    role: str = ""
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    address: str = ""
    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    badge_id: str = ""
    badge_id_rank: int = NO_RANK
    event_id: str = ""
    note: str = ""
    links: dict[str, str] = field(default_factory=dict)
    vendor: str = ""
    needs: Needs | None = None
    charset: str = ""
    guessed_name: str = ""
    name_is_guess: bool = False
    spaced_name: bool = False
    masked: str = ""

    def put(self, name: str, value: str) -> None:
        """The first value of a field stands; what cannot be one is left out."""
        if name in ONE_LINE:
            if not getattr(self, name):
                setattr(self, name, tidy(value))
        elif name.startswith("badge_id"):
            self.put_badge_id(value, int(name.partition(":")[2] or 0))
        elif name == "note":
            self.note = self.note or tidy_lines(value)
        elif name in LINKS and tidy(value):
            self.links.setdefault(name, tidy(value))
        else:
            self.put_one_of_several(name, value)

    def put_one_of_several(self, name: str, value: str) -> None:
        if name == "emails":
            self.put_email(value)
        elif name == "phones":
            self.put_phone(value)
        elif name == "urls":
            self.put_url(value)

    def put_foreign(self, key: str, value: str, parent: str = "") -> bool:
        """A value under somebody else's key; True when the key means one of our fields."""
        name = field_named(key, parent)
        if name == "job_title" and is_prefix(tidy(value)):
            name = "name_prefix"
        if name in {"job_title", "name", "company"} and is_category(tidy(value)):
            return True
        if name == "emails" and len(key) == 1 and "@" not in value:
            name = "event_id"
        if name == "company" and len(key) == 1 and country_code(value):
            name = "country"
        if name and not self.is_unlikely(name, key, value):
            self.put(name, value)
        return bool(name)

    def is_unlikely(self, name: str, key: str, value: str) -> bool:
        """A number's key may also name what is no number: {"key": "Big Data"}."""
        if len(key) < 3 and name in {"name", "given_name", "family_name", "company", "job_title"}:
            return not any(c.isalpha() for c in value)
        return name.startswith("badge_id:") and name[-1] in "23" and not is_number(tidy(value))

    def put_email(self, value: str) -> None:
        email = tidy(value).strip("<>;,")
        email = email[7:] if email[:7].casefold() == "mailto:" else email
        is_new = email.casefold() not in (known.casefold() for known in self.emails)
        if is_new and is_email(email) and len(self.emails) < MOST:
            self.emails.append(email)

    def put_phone(self, value: str) -> None:
        phone = tidy(value)
        phone = phone[4:] if phone[:4].casefold() == "tel:" else phone
        digits = sum(c.isdecimal() for c in phone)
        if not 3 <= digits <= 25 or len(phone) > 60 or is_email(phone):
            return
        if phone not in self.phones and len(self.phones) < MOST:
            self.phones.append(phone)

    def put_url(self, value: str) -> None:
        """Only what a browser opens as a page: never javascript: or data:."""
        url = tidy(value)
        if ":" in url.partition("/")[0] and not is_url(url):
            return
        if "." in url and " " not in url and url not in self.urls and len(self.urls) < MOST:
            self.urls.append(url)

    def put_badge_id(self, value: str, rank: int = 0) -> None:
        number = tidy(value)
        if number and len(number) <= 200 and rank < self.badge_id_rank:
            self.badge_id, self.badge_id_rank = number, rank

    def put_registration_in(self, note: str) -> None:
        """REG#20261103-00421 in a note."""
        match = REGISTRATION.search(note)
        if match and any(c.isdecimal() for c in match[1]):
            self.put_badge_id(match[1], 2)

    @property
    def has_contact(self) -> bool:
        return bool(
            self.name
            or self.family_name
            or self.given_name
            or self.company
            or self.emails
            or self.phones
        )

    def finished(self, payload: str, charset: str) -> Badge:
        self.complete_name()
        address = self.whole_address()
        if self.badge_id and not self.has_contact and self.needs is None:
            self.needs = "directory"
        return Badge(
            payload=self.masked or payload,
            format=self.format,
            charset=self.charset or charset,
            name=self.name,
            name_prefix=self.name_prefix,
            given_name=self.given_name,
            family_name=self.family_name,
            company=self.company,
            department=self.department,
            job_title=self.job_title or self.role,
            emails=tuple(self.emails),
            phones=tuple(self.phones),
            urls=tuple(self.urls),
            address=address,
            city=self.city,
            country=country_code(self.country),
            badge_id=self.badge_id,
            event_id=self.event_id,
            note=self.note,
            links=self.links,
            vendor=self.vendor,
            needs=self.needs,
            name_is_guess=self.name_is_guess,
        )

    def complete_name(self) -> None:
        if self.name and not is_email(self.name):
            self.complete_parts()
        elif self.given_name or self.family_name:
            self.name = self.name_of_parts()
        else:
            self.name = self.guessed_name or name_in_email(self.name)
            self.name_is_guess = bool(self.name)
        self.given_name = in_name_case(self.given_name)
        self.family_name = in_name_case(self.family_name)

    def complete_parts(self) -> None:
        """Nom beside Prénom is the family's name, Nombre beside Apellidos the given one."""
        if not (self.given_name or self.family_name):
            prefix, self.given_name, self.family_name = split_name(self.name)
            self.name_prefix = self.name_prefix or prefix
            if "," in self.name and self.given_name and self.format != "vcard":
                self.name = joined_name(prefix, self.given_name, self.family_name)
        elif not self.family_name and fold(self.given_name) not in fold(self.name):
            self.family_name, self.name = self.name, ""
            self.name = self.name_of_parts()
        elif not self.given_name and fold(self.family_name) not in fold(self.name):
            self.given_name, self.name = self.name, ""
            self.name = self.name_of_parts()

    def name_of_parts(self) -> str:
        given = " ".join(p for p in (self.given_name, self.middle_name) if p)
        given, family = in_name_case(given), in_name_case(self.family_name)
        return joined_name(self.name_prefix, given, family, spaced=self.spaced_name)

    def whole_address(self) -> str:
        """As written; a country alone is no address."""
        parts = [p for name in ADDRESS_PARTS if (p := getattr(self, name))]
        if self.address:
            known = fold(self.address)
            return ", ".join([self.address, *(p for p in parts if fold(p) not in known)])
        return "" if parts == [self.country] else ", ".join(parts)
