"""Reading a file in a process of its own: it may be large, and it may be anything.

The server goes on answering meanwhile, its memory is its own again afterwards, and a file made to
break readers breaks only the child.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from pydantic_core import from_json, to_json

from app.config import ROOT
from app.directory.files import Unreadable
from app.directory.reading import as_plain, understood

PATIENCE = 180
MOST_MEMORY = 3 * 1024**3


def read_list(content: bytes, fields: Sequence[str] | None = None) -> dict[str, Any]:
    """What a file says, as `as_plain` writes it. Raises Unreadable."""
    asked = json.dumps(list(fields) if fields else None).encode() + b"\n"
    try:
        child = subprocess.run(
            [sys.executable, "-m", "app.directory.gateway"],
            input=asked + content,
            capture_output=True,
            cwd=ROOT,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable("too_long") from None
    if child.returncode:
        raise Unreadable("too_long")
    said: dict[str, Any] = from_json(child.stdout)
    if reason := said.get("unreadable_because"):
        raise Unreadable(reason)
    return said


def answer(sent: bytes) -> bytes:
    """The child's whole work."""
    asked, _, content = sent.partition(b"\n")
    try:
        return to_json(as_plain(understood(content, json.loads(asked))))
    except Unreadable as problem:
        return to_json({"unreadable_because": str(problem)})


def limit_memory() -> None:
    """Where the system can: a small file may unpack into a very large table."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    import gc

    gc.disable()  # one answer and out: looking for cycles would take a third of the time
    limit_memory()
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))
