"""One classifier a file: `NAME`, `LABELS` and `classify(facts, policy, at) -> Tag`.

A new dimension is one more file here: it is found by being here.
"""

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pkgutil import iter_modules

from app.tagging.facts import Facts
from app.tagging.policy import Policy
from app.tagging.tag import Tag

Classifier = Callable[[Facts, Policy, datetime], Tag | None]

CLASSIFIERS: dict[str, Classifier] = {
    module.NAME: module.classify
    for module in (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
}


def tags_of(facts: Facts, policy: Policy, at: datetime) -> list[Tag]:
    """The tags of a lead at a moment: one for each dimension that has enough facts."""
    found = (classify(facts, policy, at) for classify in CLASSIFIERS.values())
    return [tag for tag in found if tag is not None]
