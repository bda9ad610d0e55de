"""Wi-Fi: no badge, and a password that nobody gave us on purpose."""

import re

from app.badges.draft import Draft

WIFI = re.compile(r"\s{0,9}WIFI\s?:", re.IGNORECASE)
FIELD = re.compile(r"\s*(?:T|S|H|R|PH2|A|I|E|P|K)\s?:", re.IGNORECASE)
MASK = "***"


def read_wifi(text: str) -> Draft | None:
    """The text shown later has no password; a text without the usual fields is masked whole."""
    start = WIFI.match(text)
    if not start:
        return None
    return Draft("wifi", masked=start[0] + masked(text[start.end() :]))


def masked(fields: str) -> str:
    """Known fields that are no secret stay; anything else may be the end of a password."""
    kept = []
    for piece in re.findall(r"((?:[^;\\]|\\.|\\\Z)*)(?:;|\Z)", fields, re.DOTALL):
        key, colon, _ = piece.partition(":")
        if not piece:
            kept.append("")
        elif colon and key.strip().upper() in {"T", "S", "H", "R"}:
            kept.append(piece)
        elif colon and FIELD.match(piece):
            kept.append(f"{key}:{MASK}")
        else:
            kept.append(MASK)
    return ";".join(kept[:-1])
