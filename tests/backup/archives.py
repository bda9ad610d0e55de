"""Archives that have been tampered with."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile


def changed(file: Path, member: str, change: Callable[[bytes], bytes]) -> Path:
    """The same archive with one of its files changed, its own checksums made right again."""
    other = file.with_name("changed.zip")
    with ZipFile(file) as old, ZipFile(other, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == member else content)
    return other


def manifest_with(**fields: Any) -> Callable[[bytes], bytes]:
    return lambda content: json.dumps(json.loads(content) | fields).encode()
