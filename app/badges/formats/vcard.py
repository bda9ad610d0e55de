"""vCard 2.1, 3.0 and 4.0, with everything generators get wrong."""

import re
from collections.abc import Callable

from app.badges.draft import Draft
from app.badges.formats.vcard_lines import Property, properties
from app.badges.known_names import GIVEN_NAMES
from app.badges.links import profile_link
from app.badges.names import KANA
from app.badges.tidy import fold, tidy

BEGIN = re.compile(r"BEGIN[ \t]{0,3}[:：][ \t]{0,3}VCARD", re.IGNORECASE)
HEADLESS = re.compile(
    r"(?=(?:VERSION:[234]|N[:;]|FN[:;])[^\n]{0,200}\n(?:VERSION|FN|N|ORG|TEL|EMAIL)[:;])"
)
END = re.compile(r"END[ \t]{0,3}[:：][ \t]{0,3}VCARD", re.IGNORECASE)
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
BADGE_KEY = re.compile(
    r"X-(?:.{0,20}[-_])?(?:BADGE|REG|ATTENDEE|VISITOR|TICKET|GUEST|DELEGATE|BARCODE).{0,20}"
)
EVENT_KEY = re.compile(r"X-(?:.{0,20}[-_])?(?:EVENT|SHOW|EXPO).{0,20}")
SERVICES = {
    "X-WECHAT": "wechat",
    "X-WEIXIN": "wechat",
    "X-WHATSAPP": "whatsapp",
    "X-LINKEDIN": "linkedin",
    "X-TELEGRAM": "telegram",
    "X-TWITTER": "x",
    "X-LINE": "line",
}
Reader = Callable[[Draft, Property], None]
NOT_A_PHONE = re.compile(r"FAX|PAGER|MODEM|TTY|TEXTPHONE")


def read_vcard(text: str) -> Draft | None:
    begin = BEGIN.search(text, 0, 4000) or HEADLESS.match(text)
    if not begin:
        return None
    end = END.search(text, begin.end())
    card = properties(text[begin.end() : end.start() if end else None], complete=bool(end))
    draft = Draft("vcard", spaced_name=any(KANA.search(each.value) for each in card))
    fax = {each.group for each in card if each.group and is_fax_label(each)}
    for each in sorted(card, key=lambda each: (each.name != "FN", each.preference)):
        if not (each.group in fax and each.name == "TEL"):
            note_down(draft, each)
    settle_names(draft)
    draft.put_registration_in(draft.note)
    return draft


def is_fax_label(each: Property) -> bool:
    return each.name == "X-ABLABEL" and "FAX" in each.value.upper()


def note_down(draft: Draft, each: Property) -> None:
    reader = READERS.get(each.name)
    if reader:
        reader(draft, each)
    elif each.name in SERVICES:
        draft.put(SERVICES[each.name], unescaped(each.value))
    elif BADGE_KEY.fullmatch(each.name):
        draft.put_badge_id(unescaped(each.value))
    elif EVENT_KEY.fullmatch(each.name):
        draft.put("event_id", unescaped(each.value))


def put_name(draft: Draft, each: Property) -> None:
    """family;given;middle;prefix;suffix, or everything in one of them."""
    parts = components(each.value)
    if len(parts) == 1 and "," in each.value and "\\," not in each.value:
        parts = [tidy(part) for part in each.value.split(",")]
    family, given, middle, prefix = (*parts, "", "", "", "")[:4]
    draft.put("name_prefix", prefix)
    if family and given:
        draft.given_name, draft.middle_name, draft.family_name = given, middle, family
    elif not draft.name:
        draft.name = family or given


def put_organisation(draft: Draft, each: Property) -> None:
    company, *units = components(each.value)
    units = [unit for unit in units if unit]
    draft.put("company", company or (units.pop(0) if units else ""))
    draft.put("department", ", ".join(units))


def put_address(draft: Draft, each: Property) -> None:
    """box;suite;street;city;region;postcode;country, if there are that many parts."""
    parts = components(each.value)
    written = ", ".join(part for part in parts if part)
    if draft.address or not written:
        return
    draft.address = written
    if len(parts) == 7:
        draft.city, draft.country = parts[3], parts[6]


def put_phone(draft: Draft, each: Property) -> None:
    if not NOT_A_PHONE.search(each.types):
        draft.put_phone(unescaped(each.value))


def put_url(draft: Draft, each: Property) -> None:
    url = unescaped(each.value)
    draft.put_url(url)
    put_profile(draft, url)


def put_profile(draft: Draft, url: str) -> None:
    if link := profile_link(tidy(url)):
        draft.put(*link)


def put_messenger(draft: Draft, each: Property) -> None:
    """IMPP and X-SOCIALPROFILE: an address, or a number under a service's name."""
    value = tidy(unescaped(each.value))
    for service in ("WECHAT", "WHATSAPP", "TELEGRAM", "LINKEDIN", "TWITTER"):
        if service in each.types or value.upper().startswith(service + ":"):
            name = {"TWITTER": "x"}.get(service, service.lower())
            draft.put(name, value.partition(":")[2] if value.upper().startswith(service) else value)
            return
    put_profile(draft, value)


def put_id(draft: Draft, each: Property) -> None:
    draft.put_badge_id(unescaped(each.value), 1)


def put_role(draft: Draft, each: Property) -> None:
    draft.role = draft.role or tidy(unescaped(each.value))


def plainly(name: str) -> Reader:
    def put(draft: Draft, each: Property) -> None:
        draft.put(name, unescaped(each.value))

    return put


READERS: dict[str, Reader] = {
    "FN": plainly("name"),
    "N": put_name,
    "ORG": put_organisation,
    "TITLE": plainly("job_title"),
    "ROLE": put_role,
    "DEPARTMENT": plainly("department"),
    "X-DEPARTMENT": plainly("department"),
    "TEL": put_phone,
    "EMAIL": plainly("emails"),
    "URL": put_url,
    "ADR": put_address,
    "NOTE": plainly("note"),
    "UID": put_id,
    "IMPP": put_messenger,
    "X-SOCIALPROFILE": put_messenger,
}


def settle_names(draft: Draft) -> None:
    """A company's own card has no person; a family name that is a given name was swapped."""
    if draft.name and fold(draft.name) == fold(draft.company):
        draft.name = ""
    family, given = draft.family_name, draft.given_name
    same_order = bool(family and given) and fold(draft.name) == fold(family + given)
    if same_order and fold(family) in GIVEN_NAMES and fold(given) not in GIVEN_NAMES:
        draft.family_name, draft.given_name = given, family


def components(value: str) -> list[str]:
    """Split at each semicolon that is not escaped."""
    if "\\" not in value:
        return [tidy(part) for part in value.split(";")]
    parts = value.replace("\\\\", "\x00").replace("\\;", "\x01").split(";")
    return [tidy(unescaped(p.replace("\x01", ";").replace("\x00", "\\\\"))) for p in parts]


def unescaped(value: str) -> str:
    if "\\" not in value:
        return value
    return ESCAPE.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)
