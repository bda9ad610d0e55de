"""How the house is divided: rooms, floors, and the modules that stand on them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
APP = ROOT / "app"

# These names say what a module may do; any other name promises that it only computes.
FLOORS = ("routes", "command", "current", "service", "queries", "gateway", "models", "forms")

# Rooms without floors, and why.
INFRASTRUCTURE = {
    "kit": "the tools themselves: the clock is one of them",
    "web": "HTTP is its subject",
    "db": "the database is its subject",
    "config": "reads the environment, once",
    "main": "puts the application together",
    "cli": "puts the commands together",
    "console": "what commands share: a database opened, a sentence at a terminal",
    "terminal": "what the console script says, with the folder it says it of",
    "pages": "lists the routers",
    "tables": "lists the tables",
    "migration": "changes the database's shape",
    "demo": "plays a whole show into the database, with the other rooms' own services",
}


@dataclass(frozen=True)
class Module:
    """One Python file of the app."""

    path: Path

    @property
    def name(self) -> str:
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(part for part in parts if part != "__init__")

    @property
    def room(self) -> str:
        return self.name.split(".")[1] if "." in self.name else ""

    @property
    def floor(self) -> str | None:
        """The reserved name it carries: "routes" for app.desk.routes.leads."""
        return next((part for part in self.name.split(".")[2:] if part in FLOORS), None)

    @property
    def is_pure(self) -> bool:
        return self.floor is None and self.room not in INFRASTRUCTURE

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.path.read_text(encoding="utf-8"))

    def imports(self) -> Iterator[str]:
        """Everything it imports, in full: "from app.web import page" is app.web.page."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Every call with what is called: ("session.exec", ...), ("select", ...)."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func), node

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def __str__(self) -> str:
        return self.name


def modules_of(folder: Path) -> list[Module]:
    return [Module(path) for path in sorted(folder.rglob("*.py"))]


MODULES = modules_of(APP)
