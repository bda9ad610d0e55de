"""Every address, sent values that nobody would send: an answer, and never an error of ours."""

from collections.abc import Iterator
from dataclasses import fields
from inspect import getclosurevars
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts
from pydantic import BaseModel
from starlette.testclient import TestClient

from app.db import Database
from app.leads.filters import LeadFilter
from tests import cast, samples
from tests.architecture.addresses import Address, addresses_of
from tests.conftest import ORIGIN

DAYS_OUT_OF_REACH = ("0001-01-01", "9999-12-31")
NASTY = (
    "a\x00b\u202e\ufeff\U0001f600'\"><script>%s%(x)s{{7*7}}\\%_../..",
    "\ufdfa" * 30,  # one sign that folds to eighteen
    "-1",
    "9" * 30,
    "x" * 3000,
    "[[[",
    "WyIwMDAxIiwiMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAiXQ",  # a place that no row has
    *DAYS_OUT_OF_REACH,
)

# Good values by a field's name: with one of them nasty and the others good, a form gets further.
GOOD: dict[str, Any] = {
    "choice": "second", "confirmed": "on", "conflict_id": str(samples.CONFLICT), "country": "CN",
    "delimiter": "pipe", "due_on": "2026-12-01",
    "ends_on": "2026-10-16", "fields": ["name", "company"], "goal": "3", "hours": "2",
    "kind": "demo", "language": "en", "options": "a\nb", "other_id": str(samples.OTHER),
    "owner_id": str(cast.SAM.member_id), "phones": "+86 138 0013 8000", "role": "booth",
    "seen": "{}", "starts_on": "2026-10-15", "step": "1", "time_zone": "Asia/Shanghai",
    "until": "day",
}  # fmt: skip
TEXTS = set("address booth city company label name note question text_en venue what".split())
DAYS = {"due_on", "ends_on", "starts_on"}
ASKED = sorted({field.name for field in fields(LeadFilter)} | {"adds_to", "after", "here", "part"})
# Whoever signs out asks nothing more, and a demo show takes its time.
LEFT_OUT = {"/sign-out", "/demo", "/demo/removal"}


def _routes(app: FastAPI) -> dict[tuple[str, str], APIRoute]:
    found = ((each, each.original_route) for each in iter_route_contexts(app.routes))
    return {
        (method, str(each.path)): route
        for each, route in found
        if isinstance(route, APIRoute)
        for method in route.methods or ()
    }


def _forms(dependant: Dependant) -> Iterator[type[BaseModel]]:
    """The forms that a handler binds."""
    for needed in dependant.dependencies:
        yield from _forms(needed)
    if getattr(dependant.call, "__qualname__", "").startswith("bind."):
        yield getclosurevars(dependant.call).nonlocals["model"]  # type: ignore[arg-type]


def _sent(form: type[BaseModel], nasty: str) -> Iterator[dict[str, Any]]:
    """All fields nasty; then only those that may hold such a value, the others being good."""
    names = set(form.model_fields)
    yield dict.fromkeys(names, nasty)
    chosen = names & (DAYS if nasty in DAYS_OUT_OF_REACH else TEXTS)
    if chosen:
        yield {name: nasty if name in chosen else GOOD.get(name, "") for name in names}


def _asks(app: FastAPI) -> Iterator[tuple[Address, dict[str, Any]]]:
    routes = _routes(app)
    for address in addresses_of(app):
        if address.path in LEFT_OUT:
            continue
        asks_much = address.path.startswith(("/leads", "/exports", "/captures"))
        for nasty in NASTY:
            if address.method == "GET" and (asks_much or nasty == NASTY[0]):
                for order in ("met", "name") if address.path == "/leads" else ("",):
                    yield address, {"params": dict.fromkeys(ASKED, nasty) | {"order": order}}
            route = routes.get((address.method, address.path))  # the way in of captures is none
            for form in _forms(route.dependant) if route else ():
                yield from ((address, {"data": data}) for data in _sent(form, nasty))


@pytest.fixture
def browser(database: Database, app: FastAPI) -> Iterator[TestClient]:
    """Hana's, which is told of errors as any browser is."""
    samples.lay_out(database)
    headers = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"}
    with TestClient(
        app, ORIGIN, raise_server_exceptions=False, headers=headers, follow_redirects=False
    ) as made:
        yield made


def test_no_value_is_nasty_enough_for_an_error_of_ours(app: FastAPI, browser: TestClient) -> None:
    failed = set()

    for address, sent in _asks(app):
        browser.cookies = {"sign_in": cast.HANA.token}
        status = browser.request(address.method, address.filled, **sent).status_code
        if status >= 500:
            failed.add((str(address.path), str(sent)[:300]))

    assert not failed


@pytest.mark.parametrize("value", ["%00", "%ff%fe", "..%2f..%2f", "x" * 3000, "'"])
def test_no_id_in_an_address_is_nasty_enough_either(
    app: FastAPI, browser: TestClient, value: str
) -> None:
    browser.cookies = {"sign_in": cast.HANA.token}
    asked = [each for each in addresses_of(app) if "{" in each.path]

    answers = {
        each.path: browser.request(each.method, _with_ids(each, value)).status_code
        for each in asked
    }

    assert {path: status for path, status in answers.items() if status >= 500} == {}


def _with_ids(address: Address, value: str) -> str:
    parts = address.path.split("/")
    return "/".join(value if part.startswith("{") else part for part in parts)
