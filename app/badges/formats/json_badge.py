"""JSON: whatever keys the organiser's system uses, however deep, even when it is cut short."""

import json
import re
from collections.abc import Iterator
from typing import Any

from app.badges.draft import Draft
from app.badges.formats.columns import read_columns
from app.badges.links import profile_link

DEEPEST = 8
MOST_VALUES = 300
TOKEN = re.compile(
    r'"(?P<double>(?:[^"\\]|\\.|\\\Z)*)(?:"|\Z)'
    r"|'(?P<single>(?:[^'\\]|\\.|\\\Z)*)(?:'|\Z)"
    r"|(?P<mark>[{}\[\]:,])|(?P<bare>[^\s{}\[\]:,\"'][^{}\[\]:,\"']*)",
    re.DOTALL,
)
ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)
ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}
CONSTANTS = frozenset({"true", "false", "null", "none", "undefined"})

Value = tuple[str, str, str]


def read_json(text: str) -> Draft | None:
    stripped = text.strip().removeprefix("json:").strip()
    if stripped[:1] not in {"{", "["}:
        return None
    try:
        document = json.loads(stripped)
    except (ValueError, RecursionError):
        if ":" not in stripped:
            return None
        return read_values(list(values_of_broken(stripped)))
    if isinstance(document, list) and document and all(is_plain(item) for item in document):
        return read_row([as_text(item) for item in document])
    return read_values(list(values_of(document)))


def read_row(cells: list[str]) -> Draft:
    draft = read_columns(cells, ",", strong=True) or Draft("json")
    draft.format = "json"
    return draft


def read_values(values: list[Value]) -> Draft:
    draft = Draft("json")
    for key, value, parent in values[:MOST_VALUES]:
        draft.put_foreign(key, value, parent)
        if link := profile_link(value):
            draft.put(*link)
    return draft


def values_of(node: Any, key: str = "", parent: str = "", depth: int = 0) -> Iterator[Value]:
    """(key, value, key of the object it is in), nearest to the top first."""
    if isinstance(node, dict):
        simple = [(k, v) for k, v in node.items() if not isinstance(v, dict | list)]
        nested = [(k, v) for k, v in node.items() if isinstance(v, dict | list)]
        for name, inner in simple + nested if depth < DEEPEST else []:
            yield from values_of(inner, str(name), key or parent, depth + 1)
    elif isinstance(node, list):
        for inner in node[:20] if depth < DEEPEST else []:
            yield from values_of(inner, key, parent, depth + 1)
    elif is_plain(node):
        yield key, as_text(node), parent


def is_plain(node: Any) -> bool:
    return isinstance(node, str | int | float) and not isinstance(node, bool)


def as_text(node: Any) -> str:
    if isinstance(node, float) and node.is_integer() and abs(node) < 1e15:
        return str(int(node))
    try:
        return str(node)
    except ValueError:  # a number of more digits than Python agrees to write
        return ""


def values_of_broken(text: str) -> Iterator[Value]:
    """One pass over the tokens: a word before a colon is a key, one after it is its value."""
    parents: list[str] = [""]
    key, waiting = "", ""
    for match in TOKEN.finditer(text):
        mark = match["mark"]
        if mark is None:
            waiting = token_text(match)
        elif mark == ":":
            key, waiting = waiting, ""
        elif mark in "{[":
            parents.append(key or parents[-1])
            key, waiting = ("", "") if mark == "{" else (key, "")
        else:
            if key and waiting:
                yield key, waiting, parents[-1]
            key, waiting = "", ""
            if mark != "," and len(parents) > 1:
                parents.pop()
    if key and waiting:
        yield key, waiting, parents[-1]


def token_text(match: re.Match[str]) -> str:
    bare = match["bare"]
    if bare is not None:
        return "" if bare.strip().casefold() in CONSTANTS else bare.strip()
    quoted = match["double"] if match["double"] is not None else match["single"]
    return ESCAPE.sub(unescaped, quoted) if "\\" in quoted else quoted


def unescaped(match: re.Match[str]) -> str:
    code = match[1]
    if len(code) == 5:
        return chr(int(code[1:], 16))
    return ESCAPED.get(code, code)
