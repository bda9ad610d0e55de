"""mailto:, tel:, SMSTO: and their like, and a bare e-mail address."""

import re
from urllib.parse import unquote

from app.badges.draft import Draft
from app.badges.emails import is_email, name_in_email
from app.badges.phones import is_phone
from app.badges.tidy import tidy

MAILTO = re.compile(r"\s{0,9}mailto:", re.IGNORECASE)
MATMSG = re.compile(r"\s{0,9}MATMSG:", re.IGNORECASE)
SMTP = re.compile(r"\s{0,9}SMTP:([^:]{3,254})", re.IGNORECASE)
CALL = re.compile(
    r"\s{0,9}(?:telprompt|tel|callto|sms|smsto|mms|mmsto|facetime|facetime-audio):/{0,2}([^:?]{3,80})",
    re.IGNORECASE,
)
TO = re.compile(r"(?:\A|;)TO:([^;]{3,254})", re.IGNORECASE)
TO_KEY = re.compile(r"(?:\A|&)to=([^&]{3,254})", re.IGNORECASE)
FRIENDLY = re.compile(r"\s{0,9}([^<>@\n]{1,100}?)\s{0,9}<\s{0,3}([^<>\s]{3,254})\s{0,3}>\s{0,9}")
PARAMETER = re.compile(r";(?!ext=)", re.IGNORECASE)
LINE_END = re.compile(r"[\r\n\x00]")


def read_contact(text: str) -> Draft | None:
    return read_mail(text) or read_call(text) or read_bare_email(text) or read_bare_phone(text)


def read_mail(text: str) -> Draft | None:
    if start := MAILTO.match(text):
        addresses, _, query = text[start.end() :].partition("?")
        addresses = addresses or next(iter(TO_KEY.findall(query)), "")
    elif start := MATMSG.match(text):
        match = TO.search(text[start.end() :])
        addresses = match[1] if match else ""
    elif start := SMTP.match(text):
        addresses = start[1]
    else:
        return None
    draft = Draft("email")
    # A line end inside an address is somebody smuggling headers in: the rest is not read.
    for address in LINE_END.split(unquote(addresses))[0].replace(";", ",").split(",")[:20]:
        friendly = FRIENDLY.fullmatch(address)
        draft.put("name", friendly[1] if friendly else "")
        draft.put_email(friendly[2] if friendly else address)
    guess_name(draft)
    return draft


def read_call(text: str) -> Draft | None:
    match = CALL.match(text)
    if not match:
        return None
    draft = Draft("tel")
    number = LINE_END.split(unquote(match[1]))[0]
    draft.put_phone(PARAMETER.split(number)[0])
    return draft


def read_bare_email(text: str) -> Draft | None:
    address = tidy(text).strip("<>")
    if is_email(address):
        draft = Draft("email")
        draft.put_email(address)
        guess_name(draft)
        return draft
    friendly = FRIENDLY.fullmatch(text)
    if friendly and is_email(friendly[2]):
        draft = Draft("email")
        draft.put("name", friendly[1].strip("\"' "))
        draft.put_email(friendly[2])
        return draft
    return None


def read_bare_phone(text: str) -> Draft | None:
    """Only with its country code in front, or brackets: digits alone are a number of the badge."""
    number = tidy(text)
    dialled = number[:1] in {"+", "＋", "("} or (number[:2] == "00" and " " in number)
    if not dialled or not is_phone(number):
        return None
    draft = Draft("tel")
    draft.put_phone(number)
    return draft


def guess_name(draft: Draft) -> None:
    if draft.emails:
        draft.guessed_name = name_in_email(draft.emails[0])
