"""What is installed is pinned by hash, from whichever registry the reader uses."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

LOCKS = ("requirements.txt", "requirements-dev.txt")

# Written in two pieces, or this file would break its own law.
REGISTRIES = (
    "pypi." + "org", "python" + "hosted.org", "npmjs." + "org", "npmjs." + "com",
    "jsdelivr" + ".net", "unpkg" + ".com", "yarnpkg" + ".com", "debian" + ".org/debian",
)  # fmt: skip


def _ours() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    paths = [ROOT / line for line in listed.stdout.splitlines()]
    return [path for path in paths if path.is_file() and path.suffix not in (".png", ".wasm")]


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash(name: str) -> None:
    entries = re.split(
        r"\n(?=[a-z0-9])", (ROOT / name).read_text(encoding="utf-8"), flags=re.IGNORECASE
    )

    loose = [
        entry.splitlines()[0]
        for entry in entries
        if not re.search(r"==.*--hash=sha256:", entry, re.DOTALL)
    ]

    assert entries
    assert not loose


@pytest.mark.parametrize("name", [*LOCKS, "package-lock.json"])
def test_a_lock_names_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    assert not re.search(r"--(extra-)?index-url|--find-links|--trusted-host|\"resolved\"", text)
    assert not [host for host in REGISTRIES if host in text]


def test_every_package_of_the_tests_has_a_hash() -> None:
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")

    assert text.count('"node_modules/') == text.count('"integrity": "sha512-') > 0


def test_no_file_names_a_registry() -> None:
    naming = {
        f"{path.relative_to(ROOT)}: {host}"
        for path in _ours()
        for text in [path.read_text(encoding="utf-8", errors="replace")]
        for host in REGISTRIES
        if host in text
    }

    assert not naming


def test_the_front_end_files_are_those_that_were_pinned() -> None:
    checked = subprocess.run(
        [sys.executable, "static/vendor/refresh.py", "--check"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert checked.returncode == 0, checked.stdout + checked.stderr
