"""What a phone is told when Showfloor goes onto its home screen."""

from collections.abc import Callable
from typing import Any

from app.web.language import Language

PAPER = "#f8f5f1"
CAPTURE, TODAY = "/captures/new", "/captures"


def manifest_in(language: Language, address_of: Callable[[str], str]) -> dict[str, Any]:
    """The manifest (W3C); `address_of` says where a static file is."""
    say = language.gettext
    icons = (
        ("homescreen/icon-192.png", 192, "any"),
        ("homescreen/icon-512.png", 512, "any"),
        ("homescreen/icon-maskable-512.png", 512, "maskable"),
    )
    return {
        "id": "/",
        "name": "Showfloor",
        "short_name": "Showfloor",
        "description": say("Scan badges at the booth, with or without a network."),
        "lang": language.tag,
        "dir": "ltr",
        "start_url": CAPTURE,
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [_icon(address_of(file), size, purpose) for file, size, purpose in icons],
        "shortcuts": [
            {"name": say("Capture"), "url": CAPTURE},
            {"name": say("Today"), "url": TODAY},
        ],
    }


def _icon(address: str, size: int, purpose: str) -> dict[str, str]:
    return {
        "src": address,
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }
