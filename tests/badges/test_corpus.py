"""Every payload of the corpus is read as expected, and nothing is claimed that it does not say."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from app.badges.lines import answer_line, as_answer
from app.badges.mapping import FieldMapping
from app.badges.parse import parse_badge

CORPUS = [
    json.loads(line)
    for line in (Path(__file__).parent / "corpus.jsonl").read_text("utf-8").split("\n")
    if line
]
ALWAYS_SAID = {"format", "charset", "needs"}


def answer(example: dict[str, Any]) -> dict[str, Any]:
    if "mapping" in example:
        mapping = FieldMapping.from_dict(example["mapping"])
        return as_answer(parse_badge(example["payload"], mapping=mapping))
    asked = {key: example[key] for key in ("payload", "payload_b64") if key in example}
    found: dict[str, Any] = json.loads(answer_line(json.dumps(asked)))
    return found


def test_the_corpus_is_large_enough_to_mean_something() -> None:
    assert len(CORPUS) >= 120
    assert len({example["name"] for example in CORPUS}) == len(CORPUS)


@pytest.mark.parametrize("example", CORPUS, ids=lambda example: example["name"])
def test_a_payload_of_the_corpus_says_exactly_what_is_expected(example: dict[str, Any]) -> None:
    found = answer(example)

    claimed = {key: value for key, value in found.items() if value and key not in ALWAYS_SAID}
    expected = {key: value for key, value in example["expected"].items() if key != "charset"}
    assert claimed == expected


@pytest.mark.parametrize("example", CORPUS, ids=lambda example: example["name"])
def test_a_payload_of_the_corpus_is_recognised_as_its_kind(example: dict[str, Any]) -> None:
    found = answer(example)

    assert (found["format"], found["needs"]) == (example["kind"], example["needs"])


@pytest.mark.parametrize(
    "example", [e for e in CORPUS if "payload_b64" in e], ids=lambda example: example["name"]
)
def test_bytes_are_read_in_their_charset_and_the_badge_says_which(example: dict[str, Any]) -> None:
    badge = parse_badge(base64.b64decode(example["payload_b64"]))

    assert badge.charset == example["expected"]["charset"]
    assert badge.payload == example["payload"]
