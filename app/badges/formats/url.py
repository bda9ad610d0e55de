"""URLs: profile links, tokens in the path, fields in the query. Never opened, only read."""

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from app.badges.draft import Draft
from app.badges.fields import field_named
from app.badges.formats.token import claims_of_jwt, read_claims
from app.badges.links import profile_link, whatsapp_number
from app.badges.listed import listed
from app.badges.looks import is_event

WRAPPED = re.compile(
    r"(?:URL|URLTO|URI|QR|LINK|MEBKM:(?:[^;]{0,200};)?URL)\s?:\s{0,3}(?=https?:|www\.)",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}[a-z]{2,18}/\S*",
    re.IGNORECASE,
)
APP = re.compile(r"([a-z][a-z0-9+.-]{1,20})://(\S+)", re.IGNORECASE)
HOSTILE = re.compile(
    r"\s*(?:javascript|data|vbscript|file|blob|about|jar|view-source|intent)\s*:", re.IGNORECASE
)
EVENT_SEGMENTS = frozenset(
    ["event", "events", "e", "evt", "show", "shows", "expo", "conference", "conf", "fair"]
)
EVENT_KEYS = frozenset(["e", "ev", "evt", "event"])
NUMBER_KEYS = frozenset(["p", "pk", "a", "b", "u", "v", "r", "q", "id"])
YEAR_WORD = re.compile(r"[a-z-]*(?:19|20)\d\d[a-z-]*", re.IGNORECASE)
FILE = re.compile(r".*\.(?:html?|php|aspx?|jsp|pdf|png|jpe?g|svg|vcf)", re.IGNORECASE)
TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.~=-]{2,199}")
PGEU = re.compile(r"/t/(?:at|id)/[0-9a-f]{40,64}/?", re.IGNORECASE)
NO_BADGES = frozenset(
    listed(
        "youtube.com youtu.be google.com maps.google.com goo.gl maps.app.goo.gl bilibili.com"
        " mp.weixin.qq.com instagram.com tiktok.com douyin.com amazon.com id.gs1.org wikipedia.org"
        " qr.alipay.com taobao.com spotify.com apps.apple.com play.google.com"
    )
)
VENDORS = {
    "luma.com": "luma",
    "lu.ma": "luma",
    "eventscribe.net": "cadmium",
    "eventscribe.com": "cadmium",
    "cvent.com": "cvent",
    "cvent.me": "cvent",
    "eventmaker.io": "eventmaker",
    "pretix.eu": "pretix",
    "eventbrite.com": "eventbrite",
    "swapcard.com": "swapcard",
    "whova.com": "whova",
    "ti.to": "tito",
    "tito.io": "tito",
    "bizzabo.com": "bizzabo",
    "brella.io": "brella",
}


def read_url(text: str) -> Draft | None:
    url = text.strip()
    if wrapped := WRAPPED.match(url):
        url = url[wrapped.end() :].rstrip(";").strip()
    if link := profile_link(url):
        return read_profile(url, *link)
    if not ADDRESS.fullmatch(url):
        return read_app_link(url)
    draft = Draft("url")
    draft.put_url(url)
    read_address(draft, url if "://" in url[:9] else f"https://{url}")
    return draft


def read_hostile(text: str) -> Draft | None:
    """javascript: and its like are never a link; nothing in them is believed."""
    return Draft("unknown") if HOSTILE.match(text[:60]) else None


def read_profile(url: str, network: str, kept: str) -> Draft:
    draft = Draft("url", links={network: kept})
    if network == "whatsapp" and (number := whatsapp_number(url)):
        draft.put_phone(number)
    return draft


def read_app_link(url: str) -> Draft | None:
    """An app's own scheme: its fields are read, but it is no link to follow."""
    app = APP.fullmatch(url)
    if not app:
        return None
    draft = Draft("url")
    read_address(draft, f"https://{app[2]}")
    return draft


def read_address(draft: Draft, url: str) -> None:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return
    path, fragment = parts.path, parts.fragment
    draft.vendor = vendor_of(host, path)
    if host in NO_BADGES or host.removeprefix("m.") in NO_BADGES:
        return
    if fragment.startswith(("/", "!")):
        path, _, fragment = (path + fragment.lstrip("!")).partition("?")
    query = fields_of(parts.query) + fields_of(fragment)
    read_contact(draft, query)
    read_numbers(draft, query)
    read_path(draft, path)
    read_tokens(draft, query)


def vendor_of(host: str, path: str) -> str:
    if PGEU.fullmatch(path):
        return "pgeu"
    domain = ".".join(host.rsplit(".", 2)[-2:])
    return VENDORS.get(host) or VENDORS.get(domain, "")


def fields_of(query: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(query.replace(";", "&"), max_num_fields=200)
    except ValueError:
        return []


def read_contact(draft: Draft, query: list[tuple[str, str]]) -> None:
    for key, value in query:
        name = field_named(key)
        if (
            name in {"", "urls", "event_id", "x"}
            or name.startswith("badge_id")
            or key.casefold() in EVENT_KEYS
        ):
            continue
        if len(key) > 1 or len(query) > 2:
            draft.put_foreign(key, value)
    if draft.name and not any(c.isalpha() for c in draft.name):
        draft.name = ""


def read_numbers(draft: Draft, query: list[tuple[str, str]]) -> None:
    """Plain keys of numbers and of the event; a bare token comes after the path."""
    for key, value in query:
        name, short = field_named(key), key.casefold()
        if (short in EVENT_KEYS and "@" not in value) or name == "event_id":
            draft.put("event_id", value)
        elif name.startswith("badge_id") and name[-1] in "012":
            draft.put_badge_id(value, int(name[-1]))
        elif short in NUMBER_KEYS and is_token(value):
            draft.put_badge_id(value, 3)


def read_path(draft: Draft, path: str) -> None:
    segments = [unquote(segment) for segment in path.split("/") if segment][:20]
    for before, segment in zip(["", *segments], segments, strict=False):
        if segment[:4].casefold() in {"evt-", "evt_"} or (
            before.casefold() in EVENT_SEGMENTS and segment != segments[-1]
        ):
            draft.put("event_id", segment)
    if not draft.badge_id:
        last = next((s for s in reversed(segments) if is_token(s) and s != draft.event_id), "")
        draft.put_badge_id(last, 3)


def read_tokens(draft: Draft, query: list[tuple[str, str]]) -> None:
    for key, value in query:
        claims = claims_of_jwt(value)
        if claims:
            read_claims(draft, claims)
        elif field_named(key) == "badge_id:3" and is_token(value):
            draft.put_badge_id(value, 4)


def is_token(text: str) -> bool:
    """A number or a random word; not a page, a year or a slug of plain words."""
    if (
        not TOKEN.fullmatch(text)
        or FILE.fullmatch(text)
        or YEAR_WORD.fullmatch(text)
        or is_event(text)
    ):
        return False
    digits = sum(c.isdecimal() for c in text)
    if not digits:
        return len(text) >= 12 and not text.islower() and not text.istitle() and not text.isupper()
    parts = re.split("[-_]", text)
    if len(parts) > 1 and any(len(part) > 3 and is_plain_word(part) for part in parts):
        return False
    return len(text) >= 4


def is_plain_word(word: str) -> bool:
    return word.isalpha() and word.islower() and bool(set(word) & set("aeiou"))
