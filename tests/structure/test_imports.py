"""Imports of `codegen` run one way, also imports in functions, for types and written as strings."""

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from .source import (
    CODEGEN,
    MODULES,
    PACKAGES,
    ROOT,
    Import,
    imports,
    module_name,
    package_of,
    parsed,
)

LEVELS = (
    {"__main__"},
    {"cli"},
    {"sync", "history", "catalog", "stats"},
    {"edit", "render", "hub", "project"},
    {"models"},
    {"load"},
    {"names"},
    {"schema"},
    {"quantization"},
    {"files", "installed", "problem"},
    {"outside", "signals"},
)
"""From the top down. A package imports what stands on a lower line, never one of its own line."""

LEVEL = {part: level for level, parts in enumerate(LEVELS) for part in parts}

EXCEPTIONS = {("codegen.schema", "codegen.cli.main.main"): "`python -m definitions.llama` verifies"}
"""The one import that goes up: a definition file imports only the schema, whose `verify` runs the
command line for it. The import stands in that function and runs only when it is called."""

NETWORK = ("httpx2", "httpx", "requests", "urllib.request", "http.client", "socket")
ONLY = {"click": "cli", "rich": "cli", **dict.fromkeys(NETWORK, "hub")}
"""Libraries that one package has to itself."""


def part(module: str) -> str:
    """The package or module directly below codegen: "names" of "codegen.names.size"."""
    return module.split(".")[1] if "." in module else ""


def upward(path: Path, tree: ast.AST) -> Iterator[Import]:
    """The imports of a module that the order of the packages does not allow."""
    mine = part(module_name(path))
    for imported in imports(tree, package_of(path)):
        theirs = part(imported.name)
        if imported.name.partition(".")[0] != "codegen" or mine == theirs:
            continue
        known = mine in LEVEL and theirs in LEVEL
        if not known or LEVEL[theirs] <= LEVEL[mine]:
            yield imported


def all_imports() -> Iterator[tuple[str, Import]]:
    for path in MODULES:
        for imported in imports(parsed(path), package_of(path)):
            yield module_name(path), imported


def test_every_package_and_module_has_a_level() -> None:
    modules = {path.stem for path in CODEGEN.glob("*.py")} - {"__init__"}
    assert {*PACKAGES, *modules} == set(LEVEL)


def test_imports_run_one_way() -> None:
    wrong = {
        (module_name(path), imported.name): f"{path.relative_to(ROOT)}:{imported.line}"
        for path in MODULES
        for imported in upward(path, parsed(path))
    }
    assert wrong.keys() == EXCEPTIONS.keys(), wrong


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("names/size.py", "from ..load import validate"),
        ("names/size.py", "from .. import load"),
        ("names/size.py", "from .. import *"),
        ("names/size.py", "import codegen"),
        ("names/size.py", "import codegen.load.validate"),
        ("names/size.py", "from codegen.load.validate import check"),
        ("names/size.py", "def size():\n    from ..models.model import Model"),
        ("names/size.py", "if TYPE_CHECKING:\n    from ..models.model import Model"),
        ("names/size.py", "import_module('codegen.models.model')"),
        ("names/size.py", "import_module('..models.model', __package__)"),
        ("names/size.py", "importlib.import_module('..cli', __package__)"),
        ("names/size.py", "import_module(f'codegen.{name}')"),
        ("names/size.py", "import_module(f'..{name}', __package__)"),
        ("names/size.py", "LATER = 'codegen.cli.main:main'"),
        ("names/__init__.py", "from ..load import validate"),
        ("names/size.py", "from ..drawer import thing"),
        ("drawer/thing.py", "from ..names.size import Size"),
        ("sync/plan.py", "from ..history.guard import lost"),
        ("hub/ask.py", "from ..stats import store"),
        ("problem.py", "from .files import File"),
        ("files.py", "from . import problem"),
        ("schema.py", "from .names.size import Size"),
    ],
)
def test_an_import_that_goes_up_or_aside_is_noticed(file: str, source: str) -> None:
    assert list(upward(CODEGEN / file, ast.parse(source)))


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("load/validate.py", "from ..names import size"),
        ("cli/main.py", "from ..problem import Problem"),
        ("cli/main.py", "import_module(f'.{name}', __package__)"),
        ("names/size.py", "from . import template"),
        ("names/size.py", "import re"),
        ("names/size.py", "import_module('polars')"),
        ("edit/text.py", "SCHEMA = 'codegen.schema'"),
    ],
)
def test_an_import_that_goes_down_is_allowed(file: str, source: str) -> None:
    assert not list(upward(CODEGEN / file, ast.parse(source)))


RUNTIME = "codegen.render.runtime."
"""Modules of the generated package, which import each other when they are first used."""


def test_modules_import_each_other_in_no_circle() -> None:
    names = {name for path in MODULES if not (name := module_name(path)).startswith(RUNTIME)}
    graph: dict[str, set[str]] = {name: set() for name in names}
    for module, imported in all_imports():
        if module not in names:
            continue
        target = imported.name if imported.name in names else imported.name.rpartition(".")[0]
        if target in names - {module} and (module, imported.name) not in EXCEPTIONS:
            graph[module].add(target)
    assert len(list(TopologicalSorter(graph).static_order())) == len(names)


@pytest.mark.parametrize("library", ONLY)
def test_a_library_stays_in_its_package(library: str) -> None:
    users = {
        part(module)
        for module, imported in all_imports()
        if f"{imported.name}.".startswith(f"{library}.")
    }
    assert users <= {ONLY[library]}


@pytest.mark.parametrize("path", sorted((ROOT / "generated").glob("*.py*")), ids=lambda p: p.name)
def test_the_generated_package_imports_the_standard_library_alone(path: Path) -> None:
    for imported in imports(parsed(path), "generated"):
        first = imported.name.partition(".")[0]
        assert first in sys.stdlib_module_names or first == "generated", imported


@pytest.mark.parametrize("path", sorted((ROOT / "definitions").glob("*.py")), ids=lambda p: p.name)
def test_definitions_import_the_schema_alone(path: Path) -> None:
    for imported in imports(parsed(path), "definitions"):
        assert imported.name.startswith(("codegen.schema.", "definitions.")), imported
