"""What the browser gets besides pages: vendored files, icons, styles."""

import gzip
import re
import subprocess
import sys
from collections.abc import Iterator

from app.web.assets import SHEETS, first_icons, joined_styles
from app.web.lean import lean
from tests.architecture.house import ROOT

STATIC = ROOT / "static"
REFRESH = STATIC / "vendor" / "refresh.py"
SPRITE = STATIC / "vendor" / "lucide.svg"
NAMED_ICON = re.compile(r"""\b(?:icon|draw)(?:\(|=)["']([a-z0-9-]+)["']""")


def test_the_vendored_files_are_those_that_were_fetched() -> None:
    check = subprocess.run(
        [sys.executable, REFRESH, "--check"], capture_output=True, text=True, check=False
    )

    assert check.stderr == ""
    assert check.returncode == 0


def test_every_icon_a_template_names_is_in_the_sprite() -> None:
    drawn = set(re.findall(r'<symbol id="([^"]+)"', SPRITE.read_text(encoding="utf-8")))
    named = {
        icon
        for template in (ROOT / "templates").rglob("*.html")
        for icon in NAMED_ICON.findall(template.read_text(encoding="utf-8"))
    }

    assert named - drawn == set(), "add the name to vendor.toml and run make vendor"


def test_the_first_icons_are_among_all_icons() -> None:
    drawn = set(re.findall(r'<symbol id="([^"]+)"', SPRITE.read_text(encoding="utf-8")))

    assert first_icons() < drawn


def test_a_text_over_several_lines_is_only_a_list_of_words_for_lines_travel_trimmed() -> None:
    ends = {
        end
        for script in STATIC.rglob("*.js")
        if "vendor" not in script.parts
        for _, end in _torn(lean(script.read_text(encoding="utf-8"), ".js"))
    }

    assert not {end for end in ends if "`.split(/\\s+/)" not in end}


def _torn(script: str) -> Iterator[tuple[str, str]]:
    """The first and the last line of each text that goes over several."""
    odd = [line for line in script.splitlines() if line.count("`") % 2]
    return zip(odd[::2], odd[1::2], strict=True)


def test_the_styles_of_every_page_stay_small() -> None:
    assert len(gzip.compress(joined_styles().encode())) <= 8 * 1024


def test_the_styles_of_every_page_are_all_there_are_of_base_and_components() -> None:
    found = {
        sheet.relative_to(STATIC).as_posix()
        for folder in ("base", "components")
        for sheet in (STATIC / folder).glob("*.css")
    }

    assert found == set(SHEETS)


def test_every_layer_of_the_styles_is_declared_in_the_first_sheet() -> None:
    order = re.search(r"@layer ([^;{]+);", (STATIC / "base/tokens.css").read_text(encoding="utf-8"))
    declared = set(order[1].split(", ")) if order else set()
    used = {
        layer
        for sheet in STATIC.rglob("*.css")
        for layer in re.findall(r"@layer (\w+) \{", sheet.read_text(encoding="utf-8"))
    }

    assert used
    assert used <= declared
