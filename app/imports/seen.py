"""What is shown of a list before it is taken in."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from app.imports.comparing import Compared

SAMPLES = 3


def seen_of(said: Mapping[str, Any], numbers: Compared) -> dict[str, Any]:
    """Everything but the entries; of each column its heading and some of its values."""
    kept = ("told", "rows", "twice", "unreadable", "examples", "fields")
    return {name: said[name] for name in kept} | {
        "columns": columns_seen(said["headings"], said["samples"], len(said["fields"])),
        "first": said["samples"],
        "numbers": asdict(numbers),
    }


def columns_seen(headings: list[str], samples: list[list[str]], width: int) -> list[dict[str, str]]:
    return [
        {
            "heading": headings[place] if place < len(headings) else "",
            "values": ", ".join(_values(samples, place)),
        }
        for place in range(width)
    ]


def _values(samples: list[list[str]], place: int) -> list[str]:
    found = (row[place] for row in samples if place < len(row) and row[place])
    return [value[:60] for value in dict.fromkeys(found)][:SAMPLES]
