"""Every setting is documented as it is."""

import re

import pytest

from app.config import PREFIX, Settings
from tests.architecture.house import ROOT

PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
DEFAULTS = Settings()


def _row(name: str) -> str:
    meaning = (Settings.model_fields[name].description or "").rstrip(".")
    default = str(getattr(DEFAULTS, name)).rstrip("/") or "(empty)"
    return f"| `{PREFIX}{name.upper()}` | `{default}` | {meaning}. |"


@pytest.mark.parametrize("name", Settings.model_fields)
def test_a_setting_is_documented_with_its_default_and_its_meaning(name: str) -> None:
    assert _row(name) in PAGE


def test_no_documented_setting_is_unknown_to_the_app() -> None:
    documented = set(re.findall(rf"`{PREFIX}([A-Z_]+)`", PAGE))

    assert documented == {name.upper() for name in Settings.model_fields}
