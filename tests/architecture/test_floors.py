"""A module's name says what it may do."""

import ast
import tomllib

import pytest

from tests.architecture.house import APP, INFRASTRUCTURE, MODULES, ROOT, Module

PURE = [module for module in MODULES if module.is_pure]

# What reaches outside: the clock, chance, files, the network, the database, settings, threads.
OUTSIDE = (
    "app.config", "app.db", "app.kit.clock", "app.web",
    "fastapi", "sqlalchemy", "sqlmodel", "starlette", "uvicorn",
    "asyncio", "httpx", "importlib.resources", "logging", "os", "pathlib", "queue",
    "random", "shutil", "socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time",
    "urllib.request",
)  # fmt: skip
INSIDE = ("app.web.language",)  # marks and writes texts; asks nothing
CLOCKS = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "open", "print")

# Modules with a name of their own that do touch what their law forbids, and why.
EXEMPT = {
    "app.accounts.scope": "where every query begins: the one place that keeps exhibitors apart",
    "app.accounts.secrets": "hashing takes much memory: threads take turns at it",
}

# Where SQL may be written besides queries.py.
SQL_ELSEWHERE = {
    "app.accounts.scope": "the select that every query begins with",
    "app.migration": "asks PostgreSQL for the lock that lets one process migrate",
    "app.web": "the health check asks the database whether it answers",
}

# Queries that are not within one exhibitor, because nobody is signed in yet.
UNSCOPED = {
    "app.accounts.queries.any_exhibitor": "whether Showfloor is set up at all",
    "app.accounts.queries.any_owner": "the console script acts for the only exhibitor there is",
    "app.accounts.queries.exhibitors": "the console script asks whether there is more than one",
    "app.accounts.queries.member_with_email": "finds the exhibitor by the address",
    "app.accounts.queries.join_code_with_hash": "finds the exhibitor by the code",
    "app.backup.queries.revision_of": "a backup is of everybody",
    "app.backup.queries.rows_of": "a backup is of everybody",
    "app.backup.queries.counts_of": "a backup is of everybody",
    "app.backup.queries.newest_capture_at": "a backup is of everybody",
    "app.backup.queries.seals_of": "a restore is of everybody",
    "app.accounts.queries.attempts_since": "counts wrong passwords of whoever it is",
}


def _reaches_outside(name: str) -> bool:
    """Whether an import leads out of a pure module: to I/O or to another room's floors."""
    if name.startswith(INSIDE):
        return False
    if any(name == root or name.startswith(f"{root}.") for root in OUTSIDE):
        return True
    parts = name.split(".")
    floors = {"routes", "current", "service", "queries", "gateway", "models"}
    return parts[0] == "app" and not floors.isdisjoint(parts[2:])


@pytest.mark.parametrize("module", PURE, ids=str)
def test_a_module_without_a_reserved_name_only_computes(module: Module) -> None:
    imported = {name for name in module.imports() if _reaches_outside(name)}
    called = {name for name, _ in module.calls() if name in CLOCKS}

    assert module.name in EXEMPT or not imported | called, f"{module} reaches outside"


def test_select_is_written_in_queries_only() -> None:
    elsewhere = {
        f"{module}:{call.lineno}"
        for module in MODULES
        for name, call in module.calls()
        if name in ("select", "text", "sa.select", "sa.text")
        and module.floor != "queries"
        and not any(f"{module}.".startswith(f"{allowed}.") for allowed in SQL_ELSEWHERE)
    }

    assert not elsewhere


def test_every_query_stays_within_one_exhibitor() -> None:
    unscoped = {
        f"{module}.{function.name}"
        for module in MODULES
        if module.floor == "queries"
        for function in module.functions()
        if "select(" in (body := ast.unparse(function)) and "exhibitor_id" not in body
    }

    assert unscoped == set(UNSCOPED)


def test_a_service_never_commits() -> None:
    committing = {
        f"{module}:{call.lineno}"
        for module in MODULES
        if module.floor in ("routes", "current", "service", "queries") or module.is_pure
        for name, call in module.calls()
        if name.endswith(("session.commit", "session.rollback"))
    }

    assert not committing


def test_every_room_with_floors_is_under_the_floors_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    checked = {
        container
        for contract in contracts["contracts"]
        if contract["name"] == "Floors point down"
        for container in contract["containers"]
    }

    rooms = {
        f"app.{path.name}"
        for path in APP.iterdir()
        if (path / "__init__.py").exists() and path.name not in INFRASTRUCTURE
    }

    assert checked == rooms


def test_every_module_says_what_it_is() -> None:
    silent = [module.name for module in MODULES if not ast.get_docstring(module.tree)]

    assert not silent


def test_every_exemption_still_names_something() -> None:
    names = {module.name for module in MODULES}
    functions = {
        f"{module}.{function.name}" for module in MODULES for function in module.functions()
    }

    assert set(EXEMPT) | set(SQL_ELSEWHERE) <= names
    assert set(UNSCOPED) <= functions
