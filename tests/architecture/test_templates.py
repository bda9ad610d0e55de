"""What a handler names exists, what exists is named, and no template carries script or style."""

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from jinja2 import meta

from app.web.assets import JOINED
from app.web.page import environment
from tests.architecture.house import MODULES, ROOT

TEMPLATES = ROOT / "templates"
ALL = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))

# Shown by nobody's handler, and why it is here all the same.
SHOWN_ELSEWHERE = {"patterns.html": "every component on one page, for who builds the next one"}

FORBIDDEN = {
    "a style attribute": r"\sstyle\s*=",
    "a style element": r"<style\b",
    "an inline script": r"<script\b(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")",
    "an event attribute": r"<[^>]*\son[a-z]+\s*=",
    "hx-on": r"\bhx-on\b",
    "a script in an htmx value": r"\bjs:",
    "a filter in a trigger": r"hx-trigger=\"[^\"]*\[",
    "a text that is not escaped": r"\|\s*safe\b|\{%-?\s*autoescape",
}


def _constants(node: ast.AST | None) -> Iterator[str]:
    """Every text the expression may be: both branches of a condition, * for what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_constants(node.body), *_constants(node.orelse))
    elif isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "*" for part in node.values)
        yield "".join(str(part) for part in parts)


def _shown() -> Iterator[tuple[str, str, str]]:
    """Each template a handler shows, with its block ("" for the page), and where."""
    for module in MODULES:
        for _, call in module.calls():
            names = list(_constants(call.args[0] if call.args else None))
            blocks = list(_constants(call.args[1] if len(call.args) > 1 else None)) or [""]
            for name in names:
                if name.endswith(".html"):
                    yield from ((name, block, f"{module}:{call.lineno}") for block in blocks)


def _named_in_code() -> set[str]:
    """Templates named anywhere in the app, in a table of constants too."""
    texts = {
        text for module in MODULES for node in ast.walk(module.tree) for text in _constants(node)
    }
    patterns = {text for text in texts if text.endswith(".html")}
    return {name for name in ALL for pattern in patterns if fnmatch(name, pattern)}


def _named_in(template: str) -> set[str]:
    tree = environment().parse((TEMPLATES / template).read_text(encoding="utf-8"))
    return {name for name in meta.find_referenced_templates(tree) if name}


def _reachable() -> set[str]:
    reached, waiting = set[str](), [*_named_in_code(), *SHOWN_ELSEWHERE]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(_named_in(name))
    return reached


def test_every_template_a_handler_names_exists() -> None:
    missing = {
        f"{where} {name}" for name, _, where in _shown() if not any(fnmatch(a, name) for a in ALL)
    }

    assert not missing


def test_every_block_a_handler_names_is_in_its_template() -> None:
    missing = {
        f"{where} {name} {block}"
        for name, block, where in _shown()
        if block and name in ALL and block not in environment().get_template(name).blocks
    }

    assert not missing


def test_every_template_is_shown_by_something() -> None:
    assert set(ALL) - _reachable() == set()


@pytest.mark.parametrize("name", ALL)
def test_every_template_can_be_read(name: str) -> None:
    assert environment().get_template(name)


@pytest.mark.parametrize("fault", FORBIDDEN)
def test_no_template_contains(fault: str) -> None:
    found = {
        f"{name}:{text[: match.start()].count(chr(10)) + 1}"
        for name in ALL
        for text in [(TEMPLATES / name).read_text(encoding="utf-8")]
        for match in re.finditer(FORBIDDEN[fault], text)
    }

    assert not found


def test_every_static_file_a_template_names_exists() -> None:
    static = ROOT / "static"
    named = {
        path
        for name in ALL
        for path in re.findall(
            r"""asset\(["']([^"']+)["']""", (TEMPLATES / name).read_text(encoding="utf-8")
        )
    }

    assert {path for path in named if not Path(static / path).exists()} == {JOINED}
