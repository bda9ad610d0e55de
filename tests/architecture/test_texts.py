"""Every text a person reads is there in both languages."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.architecture.house import MODULES, ROOT

CHINESE = ROOT / "app" / "web" / "locale" / "zh_Hans.po"
Text = str | list[str] | tuple[str, ...] | None
NAMED = re.compile(r"%\((\w+)\)[sd]")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The texts of the app and its templates, extracted as `make messages` does."""
    file = tmp_path_factory.mktemp("texts") / "messages.pot"
    subprocess.run(["make", "-s", "extract", f"POT={file}"], cwd=ROOT, check=True)
    return _read(file)


@pytest.fixture(scope="module")
def chinese() -> Catalog:
    return _read(CHINESE)


def _read(file: Path) -> Catalog:
    with file.open("rb") as opened:
        return read_po(opened, locale="zh_Hans")


def _entries(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def _texts(value: Text) -> list[str]:
    return [value] if isinstance(value, str) else list(value or [""])


def test_the_chinese_catalog_holds_every_text_and_no_other(
    source: Catalog, chinese: Catalog
) -> None:
    written = {_texts(message.id)[0] for message in _entries(source)}
    translated = {_texts(message.id)[0] for message in _entries(chinese)}

    assert written - translated == set(), "run make messages"
    assert translated - written == set(), "run make messages"


def test_no_text_is_left_untranslated(chinese: Catalog) -> None:
    empty = [message.id for message in _entries(chinese) if not all(_texts(message.string))]

    assert not empty


def test_no_translation_is_a_guess(chinese: Catalog) -> None:
    assert not [message.id for message in _entries(chinese) if message.fuzzy]


def test_a_translation_names_the_same_values(chinese: Catalog) -> None:
    different = [
        message.id
        for message in _entries(chinese)
        if _values(message.string) != _values(message.id) and all(_texts(message.string))
    ]

    assert not different


def _values(texts: Text) -> set[str]:
    return {name for text in _texts(texts) for name in NAMED.findall(text)}


def test_a_text_with_values_names_them(source: Catalog) -> None:
    unnamed = [
        text
        for message in _entries(source)
        for text in _texts(message.id)
        if re.search(r"%(?!\(\w+\)[sd]|%)", text) and NAMED.search(text)
    ]

    assert not unnamed


def test_the_message_of_a_refused_value_is_marked_for_translation() -> None:
    unmarked = {
        f"{module}:{call.lineno}"
        for module in MODULES
        if module.floor == "forms"
        for name, call in module.calls()
        if name == "ValueError" and not ast.unparse(call.args[0]).startswith("N_(")
    }

    assert not unmarked
