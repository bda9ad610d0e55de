"""A file, a function and a template fit a screen or two."""

from pathlib import Path

import pytest

from tests.architecture.house import APP, ROOT, modules_of

LONGEST = {
    "app": ("app", "**/*.py", 250),
    "templates": ("templates", "**/*.html", 120),
    "scripts": ("static", "**/*.js", 150),
    "tests": ("tests", "**/*.py", 300),
    "tests of scripts": ("tests", "**/*.js", 300),
    "bench": ("bench", "**/*.py", 250),
}
LONGEST_FUNCTION = 40

PYTHON = [*modules_of(APP), *modules_of(ROOT / "tests"), *modules_of(ROOT / "bench")]


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("kind", LONGEST)
def test_a_file_is_no_longer_than_its_kind_may_be(kind: str) -> None:
    folder, pattern, most = LONGEST[kind]
    ours = [path for path in (ROOT / folder).glob(pattern) if "vendor" not in path.parts]

    too_long = {f"{path.relative_to(ROOT)}: {_lines(path)}" for path in ours if _lines(path) > most}

    assert not too_long


def test_a_function_is_no_longer_than_forty_lines() -> None:
    too_long = {
        f"{module.path.relative_to(ROOT)}:{function.lineno} {function.name}: {length}"
        for module in PYTHON
        for function in module.functions()
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    }

    assert not too_long


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base", "core"}

    assert not [module.name for module in PYTHON if empty & set(module.name.split("."))]
